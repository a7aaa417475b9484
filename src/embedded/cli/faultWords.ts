import type { FileFault, FileFaultCode } from '../xlsx/fault';

/** What a file is and what to do about it, in both languages. */
const FAULTS: Readonly<Record<FileFaultCode, readonly [japanese: string, english: string]>> = {
  notZip: [
    'Excelブック（.xlsx、.xlsm）ではないか、壊れています。Excelで開けるか確かめ、別のファイルを指定してください。',
    'is not an Excel workbook (.xlsx, .xlsm), or is damaged. See whether Excel opens it, or name another file.',
  ],
  isXls: [
    '古い形式（.xls）です。Excelで開き、「名前を付けて保存」で「Excelブック（*.xlsx）」に変換してから指定してください。',
    'is of the old kind (.xls). Open it in Excel, save it as "Excel Workbook (*.xlsx)" and name that file.',
  ],
  isXlsb: [
    'バイナリ形式（.xlsb）です。Excelで開き、「Excelブック（*.xlsx）」として保存し直してから指定してください。',
    'is of the binary kind (.xlsb). Open it in Excel, save it as "Excel Workbook (*.xlsx)" and name that file.',
  ],
  isOds: [
    'OpenDocument形式（.ods）です。Excelか LibreOffice で開き、「Excelブック（*.xlsx）」として保存し直してから指定してください。',
    'is an OpenDocument spreadsheet (.ods). Open it in Excel or LibreOffice, save it as .xlsx and name that file.',
  ],
  isTemplate: [
    'テンプレートかアドイン（.xltx、.xltm、.xlam）です。Excelで開き、「Excelブック（*.xlsx）」として保存し直してから指定してください。',
    'is a template or an add-in (.xltx, .xltm, .xlam). Open it in Excel, save it as "Excel Workbook (*.xlsx)" and name that file.',
  ],
  encrypted: [
    'パスワードで保護されています。Excelでパスワードを解除して保存し直してから指定してください。',
    'is protected by a password. Take the password off in Excel, save it and name it again.',
  ],
  strict: [
    '「厳密なOpen XML」形式です。Excelで「Excelブック（*.xlsx）」として保存し直してから指定してください。',
    'is a "Strict Open XML" workbook. Save it in Excel as "Excel Workbook (*.xlsx)" and name that file.',
  ],
  notWorkbook: [
    'Excelブックではありません（ほかのアプリのファイルです）。.xlsx か .xlsm のファイルを指定してください。',
    'is not an Excel workbook but a file of another program. Name an .xlsx or .xlsm file.',
  ],
  hasEntities: [
    '安全に開けません（Excelブックにはない文書型の宣言が入っています）。Excelで開けるときは、保存し直してから指定してください。',
    'cannot be opened safely: it declares a document type, which no Excel workbook does. If Excel opens it, save it there and name it again.',
  ],
  damaged: [
    '壊れているため開けません。Excelで開いて修復し、保存し直してから指定してください。',
    'is damaged and cannot be opened. Open it in Excel to repair it, save it and name it again.',
  ],
  tooLarge: [
    'ファイルか、展開後の大きさが上限を超えるため開けません。使わないシートや画像を除いて保存し直してから指定してください。',
    'is beyond the limits of size, packed or unpacked. Take out sheets or pictures that are not needed, save it and name it again.',
  ],
  noSheets: [
    '表のシートがありません。シートのあるブックを指定してください。',
    'has no sheet with cells. Name a workbook that has one.',
  ],
};

/** One line: what the file of --in is, what to do about it, and that nothing was written. */
export function faultWords(file: string, { code, part }: FileFault): string {
  const [japanese, english] = FAULTS[code];
  const where = part === undefined ? '' : `（${part}）`;
  return `--in「${file}」は${japanese}${where}何も書き込んでいません。 / --in "${file}" ${english} Nothing was written.`;
}
