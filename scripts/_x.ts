import { matchField, LABEL_SCORE } from '../parsers/recognise/fields.ts'
for (const t of ['Statws / Status','Diweddariad / Update','Dyddiad newydd / New date','Status','Update','Status / Statws', 'Lead officer / Swyddog arweiniol', 'Swyddog / Officer']) console.log(t, matchField(t), LABEL_SCORE)
import { gradeOf } from '../parsers/recognise/grades.ts'
for (const t of ['Wedi’i gwblhau / Complete','Ar y gweill / In progress','Oedi / Delayed']) console.log(t, gradeOf(t, null))
