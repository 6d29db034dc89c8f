import { readDecision } from '../parsers/recognise/deciding.ts'

for (const t of [
  'That what officers did be noted',
  'That how the grant was spent be noted and a report be brought in May',
  'That whether the bridge should be closed be referred to the Roads Committee',
  'what is to be noted is that the path be mended',
  'That, pending a report on costs, the Committee defers the item to its next meeting',
  'That, pending a report on costs, officers defer the work',
  'Pending the survey, the item be deferred',
  'That in view of the costs, and after a vote, Cabinet rejects the recommendation',
  'That on 3 May, the Council publish the plan',
  'That subject to funding, the Committee notes the report',
  'that where needed the signs be noted on the map',
])
  console.log(JSON.stringify(readDecision(t, 'agreed')), t)
