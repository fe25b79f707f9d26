/** culori by the parts it exports without types: the colour spaces of CSS, and the way from each to sRGB. */
declare module 'culori/fn' {
  interface Rgb {
    readonly r: number
    readonly g: number
    readonly b: number
    readonly alpha?: number
  }
  interface Mode {
    readonly mode: string
  }
  export const useMode: (mode: Mode) => unknown
  export const parse: (text: string) => unknown
  export const converter: (mode: 'rgb') => (colour: unknown) => Rgb | undefined
  export const modeRgb: Mode
  export const modeHsl: Mode
  export const modeHwb: Mode
  export const modeLab: Mode
  export const modeLch: Mode
  export const modeOklab: Mode
  export const modeOklch: Mode
  export const modeXyz65: Mode
  export const modeXyz50: Mode
  export const modeP3: Mode
  export const modeLrgb: Mode
}
