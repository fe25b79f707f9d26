/**
 * Radicals that fonts draw with the glyph of a whole character. PDF writers that look a glyph's meaning up in the
 * font may find the radical first: ⼀、总体情况. (Unicode: EquivalentUnifiedIdeograph.txt)
 */
const radicals =
  '⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺨犭⺩王⺫目⺬示⺭礻⺮竹⺯糹⺱罓⺲罒⺳网⺹耂⺺肀⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
const unified = new Map<string, string>()
const all = [...radicals]
for (let at = 0; at + 1 < all.length; at += 2) unified.set(all[at]!, all[at + 1]!)

/** Kangxi radicals, compatibility ideographs, ligatures, forms for vertical lines: not digits, letters or punctuation. */
const compatible = /[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe48\u{2f800}-\u{2fa1f}]/gu
const radical = /[\u2e80-\u2ef3]/gu

/** Nearly every character of a Chinese text is none of these. */
const isUsual = (text: string): boolean => text.length === 1 && text >= '\u3000' && text < '\uf900'

/** A character as people write it. */
export const evenCharacter = (text: string): string =>
  text < '\u2e80' || isUsual(text)
    ? text
    : text
        .replace(compatible, character => character.normalize('NFKC'))
        .replace(radical, character => unified.get(character) ?? character)

/** Private use, control and replacement characters: the file does not say what the glyph means. */
export const isUnreadable = (text: string): boolean =>
  text === '' ||
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uefff\uf100-\uf8ff\ufffd\ufffe\uffff]/u.test(text)
