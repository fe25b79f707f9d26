import { cellBlank } from './cells/cell-blank.ts'
import { cellMissing } from './cells/cell-missing.ts'
import { cellNotANumber } from './cells/cell-not-a-number.ts'
import { cellReadWithLoss } from './cells/cell-read-with-loss.ts'
import { cellUnreadable } from './cells/cell-unreadable.ts'
import { countNotWhole } from './cells/count-not-whole.ts'
import { countWithUnit } from './cells/count-with-unit.ts'
import { figureEntered } from './cells/figure-entered.ts'
import { invisibleCharacters } from './cells/invisible-characters.ts'
import { labelReadWithLoss } from './cells/label-read-with-loss.ts'
import { readByOcr } from './cells/read-by-ocr.ts'
import { scanSumBroken } from './cells/scan-sum-broken.ts'
import { unitOrSignUnclear } from './cells/unit-or-sign-unclear.ts'
import type { Check } from './check.ts'
import { amountUnit } from './disclosure/amount-unit.ts'
import { decisionsWithoutItems } from './disclosure/decisions-without-items.ts'
import { disclosedMoreThanProduced } from './disclosure/disclosed-more-than-produced.ts'
import { disclosedTotalBelowNew } from './disclosure/disclosed-total-below-new.ts'
import { disclosedTotalEqualsNew } from './disclosure/disclosed-total-equals-new.ts'
import { feeAmountImplausible } from './disclosure/fee-amount-implausible.ts'
import { itemsBelowZero } from './disclosure/items-below-zero.ts'
import { itemsJump } from './disclosure/items-jump.ts'
import { procurementCountAndAmount } from './disclosure/procurement-count-and-amount.ts'
import { rulesByABodyWithoutPower } from './disclosure/rules-by-a-body-without-power.ts'
import { contactMissing } from './formalities/contact-missing.ts'
import { downloadAddressMissing } from './formalities/download-address-missing.ts'
import { feeStatementMissing } from './formalities/fee-statement-missing.ts'
import { formalities } from './formalities/formalities.ts'
import { overviewAspects } from './formalities/overview-aspects.ts'
import { periodMissing } from './formalities/period-missing.ts'
import { periodNotTheYear } from './formalities/period-not-the-year.ts'
import { periodUnreadable } from './formalities/period-unreadable.ts'
import { personalData } from './formalities/personal-data.ts'
import { publishedLate } from './formalities/published-late.ts'
import { signatureAuthority } from './formalities/signature-authority.ts'
import { signatureMissing } from './formalities/signature-missing.ts'
import { signedBeforeYearEnd } from './formalities/signed-before-year-end.ts'
import { titleWording } from './formalities/title-wording.ts'
import { yearUnclear } from './formalities/year-unclear.ts'
import { directLitigationTotal } from './litigation/direct-litigation-total.ts'
import { litigationAfterReconsiderationTotal } from './litigation/litigation-after-reconsideration-total.ts'
import { litigationExceedsReconsideration } from './litigation/litigation-exceeds-reconsideration.ts'
import { litigationOneCellExplains } from './litigation/litigation-one-cell-explains.ts'
import { reconsiderationTotal } from './litigation/reconsideration-total.ts'
import { requestsBalance } from './requests/requests-balance.ts'
import { requestsBalanceFromItems } from './requests/requests-balance-from-items.ts'
import { requestsCannotBeTrue } from './requests/requests-cannot-be-true.ts'
import { requestsOneCellExplains } from './requests/requests-one-cell-explains.ts'
import { requestsOutcomeTotal } from './requests/requests-outcome-total.ts'
import { requestsOutcomeWithoutIntake } from './requests/requests-outcome-without-intake.ts'
import { requestsRowTotal } from './requests/requests-row-total.ts'
import { requestsTotalLeftBlank } from './requests/requests-total-left-blank.ts'
import { requestsTwoCellsExplain } from './requests/requests-two-cells-explain.ts'
import { columnMissing } from './structure/column-missing.ts'
import { columnOrder } from './structure/column-order.ts'
import { columnUnknown } from './structure/column-unknown.ts'
import { columnsMisaligned } from './structure/columns-misaligned.ts'
import { editionAgainstYear } from './structure/edition-against-year.ts'
import { editionMixed } from './structure/edition-mixed.ts'
import { formBlank } from './structure/form-blank.ts'
import { labelVariant } from './structure/label-variant.ts'
import { narrativeNotIncluded } from './structure/narrative-not-included.ts'
import { reconciliationNoteMissing } from './structure/reconciliation-note-missing.ts'
import { reportRepeated } from './structure/report-repeated.ts'
import { rowDuplicated } from './structure/row-duplicated.ts'
import { rowMissing } from './structure/row-missing.ts'
import { rowOrder } from './structure/row-order.ts'
import { rowUnknown } from './structure/row-unknown.ts'
import { rowUnreadable } from './structure/row-unreadable.ts'
import { rowsScattered } from './structure/rows-scattered.ts'
import { sectionEmpty } from './structure/section-empty.ts'
import { sectionMissing } from './structure/section-missing.ts'
import { sectionOrder } from './structure/section-order.ts'
import { sectionTitleVariant } from './structure/section-title-variant.ts'
import { tableMissing } from './structure/table-missing.ts'
import { tableOfAnotherYear } from './structure/table-of-another-year.ts'
import { tablePassedOver } from './structure/table-passed-over.ts'
import { tableRepeated } from './structure/table-repeated.ts'
import { tableUnreadable } from './structure/table-unreadable.ts'
import { textCarried } from './text/text-carried.ts'
import { textFigureRepeatedDifferently } from './text/text-figure-repeated-differently.ts'
import { textLicensingPenaltiesFees } from './text/text-licensing-penalties-fees.ts'
import { textLitigation } from './text/text-litigation.ts'
import { textNoneButTableHas } from './text/text-none-but-table-has.ts'
import { textNormativeDocuments } from './text/text-normative-documents.ts'
import { textOrdinalsSkip } from './text/text-ordinals-skip.ts'
import { textOutcomes } from './text/text-outcomes.ts'
import { textPartsSum } from './text/text-parts-sum.ts'
import { textPercent } from './text/text-percent.ts'
import { textReconsideration } from './text/text-reconsideration.ts'
import { textRequests } from './text/text-requests.ts'
import { textSectionCount } from './text/text-section-count.ts'
import { yearLeftOver } from './text/year-left-over.ts'

/** The checks of the statutory tables. */
export const tableChecks: readonly Check[] = [
  requestsOneCellExplains,
  requestsTwoCellsExplain,
  requestsRowTotal,
  requestsOutcomeTotal,
  requestsBalance,
  requestsBalanceFromItems,
  requestsOutcomeWithoutIntake,
  requestsTotalLeftBlank,
  requestsCannotBeTrue,
  litigationOneCellExplains,
  reconsiderationTotal,
  directLitigationTotal,
  litigationAfterReconsiderationTotal,
  litigationExceedsReconsideration,
  disclosedTotalBelowNew,
  disclosedTotalEqualsNew,
  disclosedMoreThanProduced,
  itemsBelowZero,
  itemsJump,
  decisionsWithoutItems,
  procurementCountAndAmount,
  amountUnit,
  feeAmountImplausible,
  rulesByABodyWithoutPower,
  cellMissing,
  cellUnreadable,
  cellNotANumber,
  cellBlank,
  countNotWhole,
  countWithUnit,
  unitOrSignUnclear,
  invisibleCharacters,
  cellReadWithLoss,
  labelReadWithLoss,
  figureEntered,
  readByOcr,
  scanSumBroken,
  formBlank,
  tableMissing,
  tableUnreadable,
  tableRepeated,
  tablePassedOver,
  tableOfAnotherYear,
  reportRepeated,
  editionMixed,
  editionAgainstYear,
  rowMissing,
  rowUnreadable,
  rowDuplicated,
  rowUnknown,
  rowOrder,
  columnMissing,
  columnUnknown,
  columnOrder,
  columnsMisaligned,
  rowsScattered,
  labelVariant,
  narrativeNotIncluded,
]

/** The checks of everything around them. */
const narrativeChecks: readonly Check[] = [
  sectionMissing,
  sectionOrder,
  sectionTitleVariant,
  sectionEmpty,
  reconciliationNoteMissing,
  titleWording,
  periodMissing,
  periodUnreadable,
  periodNotTheYear,
  yearUnclear,
  yearLeftOver,
  contactMissing,
  downloadAddressMissing,
  signatureMissing,
  signatureAuthority,
  signedBeforeYearEnd,
  publishedLate,
  feeStatementMissing,
  overviewAspects,
  formalities,
  personalData,
  textRequests,
  textCarried,
  textOutcomes,
  textReconsideration,
  textLitigation,
  textNoneButTableHas,
  textNormativeDocuments,
  textLicensingPenaltiesFees,
  textPartsSum,
  textPercent,
  textFigureRepeatedDifferently,
  textOrdinalsSkip,
  textSectionCount,
]

/** Every check, in the order of the catalogue and of the findings. */
export const checks: readonly Check[] = [...tableChecks, ...narrativeChecks]
