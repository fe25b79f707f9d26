/** A place in the memory of the module, or a handle; 0 is none. */
export type Address = number

type Call<Count extends number, Got extends unknown[] = []> = Got['length'] extends Count
  ? (...values: Got) => number
  : Call<Count, [...Got, number]>

/**
 * The functions of PDFium's C interface that are called here (fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_transformpage.h,
 * fpdf_annot.h, fpdf_flatten.h), by the number of their arguments. All take and give numbers; 0 where they fail.
 */
export interface Functions {
  malloc: Call<1>
  free: Call<1>

  FPDF_InitLibrary: Call<0>
  /** Bytes, their number, password or 0. The bytes must stay until the document is closed. */
  FPDF_LoadMemDocument: Call<3>
  FPDF_CloseDocument: Call<1>
  FPDF_GetLastError: Call<0>
  FPDF_GetPageCount: Call<1>
  EPDF_IsEncrypted: Call<1>

  FPDF_LoadPage: Call<2>
  /** Document, index from 0. */
  EPDFDoc_GetPageObjectNumberByIndex: Call<2>
  FPDF_ClosePage: Call<1>
  /** Into FS_RECTF: left, top, right, bottom as floats; what is shown of the page, not yet turned. */
  FPDF_GetPageBoundingBox: Call<2>
  /** Quarters of a turn, clockwise. */
  FPDFPage_GetRotation: Call<1>
  FPDFPage_GetAnnotCount: Call<1>
  FPDFPage_GetAnnot: Call<2>
  FPDFPage_CloseAnnot: Call<1>
  FPDFAnnot_GetSubtype: Call<1>
  FPDFAnnot_GetFlags: Call<1>
  /** Into FS_RECTF: left, top, right, bottom. */
  FPDFAnnot_GetRect: Call<2>
  /** Annotation, name of an entry as bytes that end in 0. */
  FPDFAnnot_HasKey: Call<2>
  /** Annotation, which appearance: 0 the one that is shown. */
  EPDFAnnot_HasAppearanceStream: Call<2>
  /** Makes an appearance of what the annotation says of itself. */
  EPDFAnnot_GenerateAppearance: Call<1>
  EPDFAnnot_GenerateFormFieldAP: Call<1>
  /** Makes what annotations and form fields show a part of the page; 0 fails, 1 done, 2 nothing to do. */
  FPDFPage_Flatten: Call<2>

  FPDFPage_CountObjects: Call<1>
  FPDFPage_GetObject: Call<2>
  FPDFFormObj_CountObjects: Call<1>
  FPDFFormObj_GetObject: Call<2>

  FPDFPageObj_GetType: Call<1>
  /** Into FS_MATRIX: six floats. */
  FPDFPageObj_GetMatrix: Call<2>
  /** Into four floats: left, bottom, right, top, in the space of the object's container. */
  FPDFPageObj_GetBounds: Call<5>
  /** Into four unsigned numbers of 32 bits: red, green, blue, alpha. */
  FPDFPageObj_GetFillColor: Call<5>
  FPDFPageObj_GetStrokeColor: Call<5>
  /** Into a float. */
  FPDFPageObj_GetStrokeWidth: Call<2>
  FPDFPageObj_HasTransparency: Call<1>
  FPDFPageObj_SetIsActive: Call<2>
  FPDFPageObj_CountMarks: Call<1>
  FPDFPageObj_GetMark: Call<2>
  FPDFPageObj_RemoveMark: Call<2>
  /** Mark, buffer, its bytes, and where to put how many are needed; UTF-16. */
  FPDFPageObjMark_GetName: Call<4>

  FPDFPageObj_GetClipPath: Call<1>
  FPDFClipPath_CountPaths: Call<1>
  FPDFClipPath_CountPathSegments: Call<2>
  FPDFClipPath_GetPathSegment: Call<3>

  FPDFPath_CountSegments: Call<1>
  FPDFPath_GetPathSegment: Call<2>
  /** Path, where to put the way it is filled (0 not, 1 even-odd, 2 winding), and whether it is stroked. */
  FPDFPath_GetDrawMode: Call<3>
  /** 0 line, 1 curve, 2 move. */
  FPDFPathSegment_GetType: Call<1>
  /** Into two floats. */
  FPDFPathSegment_GetPoint: Call<3>
  FPDFPathSegment_GetClose: Call<1>

  FPDFTextObj_GetTextRenderMode: Call<1>
  FPDFTextObj_GetFont: Call<1>
  FPDFTextObj_GetFontSize: Call<2>
  FPDFFont_GetIsEmbedded: Call<1>
  /** Font, character, size; into a float: below 0 for a font that runs down, where it is the step to the next line. */
  FPDFFont_GetGlyphWidth: Call<4>

  /** Font, character, size as a float; 0 where its glyph has no outline, as in fonts of Type 3. */
  FPDFFont_GetGlyphPath: Call<3>
  FPDFGlyphPath_CountGlyphSegments: Call<1>
  FPDFGlyphPath_GetGlyphPathSegment: Call<2>
  /** Font, buffer or 0, its bytes, and where to put how many there are: none in a font of Type 3. */
  FPDFFont_GetFontData: Call<4>

  /** Image, into two unsigned numbers of 32 bits: width, height. */
  FPDFImageObj_GetImagePixelSize: Call<3>

  FPDFText_LoadPage: Call<1>
  FPDFText_ClosePage: Call<1>
  FPDFText_CountChars: Call<1>
  FPDFText_GetTextObject: Call<2>
  FPDFText_GetUnicode: Call<2>
  FPDFText_IsGenerated: Call<2>
  FPDFText_IsHyphen: Call<2>
  FPDFText_HasUnicodeMapError: Call<2>
  /** Into two doubles. */
  FPDFText_GetCharOrigin: Call<4>
  FPDFText_GetMatrix: Call<3>
  /** Into FS_RECTF: left, top, right, bottom. */
  FPDFText_GetLooseCharBox: Call<3>

  /** Width, height, format (1: grey, 4: blue, green, red, alpha), memory or 0, bytes of a line. */
  FPDFBitmap_CreateEx: Call<5>
  FPDFBitmap_FillRect: Call<6>
  FPDFBitmap_GetBuffer: Call<1>
  /** Bytes of a line. */
  FPDFBitmap_GetStride: Call<1>
  FPDFBitmap_Destroy: Call<1>
  /** Bitmap, page, left, top, width, height, quarters of a turn, flags. */
  FPDF_RenderPageBitmap: Call<8>
}
