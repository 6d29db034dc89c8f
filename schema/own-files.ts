/** What the files are known by that Scrutineer writes, so that it does not read them as papers. */
export const OWN_FILES = {
  /** In the folder of a report. */
  reportManifest: 'scrutineer-report.json',
  /** There while a report is written, and after a run that was cut short. */
  reportBegun: 'scrutineer-report.begun',
  reportPart: 'scrutineer-report.part',
  /** In the folder of an export, with `packageName` as its name. */
  package: 'datapackage.json',
  packageName: 'scrutineer',
  /** What the tables of an export are, as JSON Schema. */
  schema: 'schema.json',
  /** The keyword among the properties of a hand-out and of a workbook, which stays when a person edits and saves it. */
  handout: 'scrutineer-handout',
  /** The `format` in the first line of a file of corrections. */
  corrections: 'scrutineer-corrections',
} as const
