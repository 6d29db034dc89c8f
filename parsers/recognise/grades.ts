/** Grades and the scales that documents print them by: the door to both. */
export type { Grade } from './grade.ts'
export { type GradeReading, gradeOf, statusOfGrade } from './grades-reading.ts'
export { definesGrades, gradesOf, hasDrawnColour, readScale } from './grades-scale.ts'
