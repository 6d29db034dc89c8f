import { describe, expect, test } from 'vitest'
import { frameOf, readFront } from './fronts.ts'

/** Each front is a paper of a council that does not exist, laid out as papers of its country are; the frame is a careful reader's. */
const FRONTS: readonly (readonly [name: string, text: string, frame: Partial<ReturnType<typeof frameOf>>])[] = [
  [
    'England: minutes of a cabinet, whose call-in ends later',
    `OAKMERE BOROUGH COUNCIL\n\nCABINET\n\nMinutes of a meeting of the Cabinet held in the Guildhall, Oakmere on Tuesday, 6 February 2024.\n\nPresent: Councillors A Birch (Leader), C Dunn and E Fell.\n\n12. Minutes\n\nRESOLVED: That the minutes of the meeting held on 9 January 2024 be signed.\n\nCall-in: these decisions may be called in until 14 February 2024.\n`,
    { council: 'OAKMERE BOROUGH COUNCIL', by: 'Cabinet', on: '2024-02-06', committee: null },
  ],
  [
    'England: a record of an officer’s decision',
    `Thornby District Council\n\nRecord of Officer Decision\n\nDecision taken by: Ivo Marsh, Director of Parks\n\nDate of decision: 3 May 2023\n\nDate published: 10 May 2023\n\nDecision:\n\nThat the bandstand be painted.\n`,
    { council: 'Thornby District Council', by: 'Ivo Marsh, Director of Parks', on: '2023-05-03' },
  ],
  [
    'England: a page of one committee’s item, with the day before its body',
    `Issue - meetings\n\nReview of Kerbside Glass\n\nMeeting: 21/06/2022 - Environment Scrutiny Panel (Item 7)\n\n7 Review of Kerbside Glass pdf icon PDF 88 KB\n\nMinutes:\n\nThe Panel heard that Cabinet had agreed the budget on 1 March 2022.\n\nRESOLVED: That the report be noted.\n`,
    { title: 'Review of Kerbside Glass', by: 'Environment Scrutiny Panel', on: '2022-06-21', committee: 'Environment Scrutiny Panel' },
  ],
  [
    'England: a scrutiny committee in a council year',
    `Agenda and minutes\n\nScrutiny Board - Monday 4 September 2023 6.30 pm\n\nNo. Item\n\nElection of a chair for the Council year 2023/24\n\nThe Board resolved to elect Cllr Ash.\n`,
    { title: 'Agenda and minutes', by: 'Scrutiny Board', on: '2023-09-04' },
  ],
  [
    'England: a page of one item without blank lines, whose title stands over the line of the meeting',
    `Issue - meetings\nAction Tracking\nMeeting: 12/09/2028 - Quay Committee (Item 25)\nAdditional documents:\nThat the report be accepted.\nThe Clerk presented the report.\n`,
    { title: 'Action Tracking', by: 'Quay Committee', on: '2028-09-12' },
  ],
  [
    'England: a report of a fire authority under the number of its item',
    `Skip to main content\nLink to Search\n\nLamp Inspection Report Update\n\nOPEN INFORMATION ITEM 8\n\n1. Purpose of Report\n\n  1. To tell Members how the lamps are.\n\n2. Recommendation\n\n  1. That two more lamps be hung.\n`,
    { title: 'Lamp Inspection Report Update' },
  ],
  [
    'England: a page without a title, whose lead-in and speaker are none',
    `Presentation by Dr Ann Elm\n\nThe Cabinet considered what three task groups had to say on:\n\n· Lamps\n\n· Quays\n\nResolved –\n\n(a) That the reports be approved.\n`,
    { title: null },
  ],
  [
    'England: a report of a task group, which nobody has decided',
    `Fenwick District Council\n\nOverview and Scrutiny Committee\n\nTask and Finish Group on Night Buses\n\nFinal Report\n\nMarch 2021\n\nRecommendations\n\n1. That buses run until two.\n`,
    {
      title: 'Task and Finish Group on Night Buses',
      council: 'Fenwick District Council',
      committee: 'Overview and Scrutiny Committee',
      by: null,
      on: null,
    },
  ],
  [
    'England: an officer’s report to a committee decides nothing',
    `Committee Report\n\nCOMMITTEE: Harbours Committee\n\nDATE: 12 September 2024\n\nTITLE: Mooring Fees\n\nReport of the Director of Ports\n\nThe Committee is asked to agree the fees.\n`,
    { title: 'Mooring Fees', committee: 'Harbours Committee', by: null, on: null },
  ],
  [
    'England: a page of one item, whose label stands over the item and all that was said of it',
    `Agenda item\n\nTo approve the minutes of the meeting held on 9 January 2024, and to have them signed.\n\nA Member asked about the lamps of the quay.\n\nThe Chairman said that the lamps had been lit.\n`,
    { title: null },
  ],
  [
    'United States: a title whose line runs on into the next label',
    `Title\nLAMPS OF PREVIOUS COUNCIL MEETINGS. Executive Summary: The lamps are listed for review.\nBody\nNone.\n`,
    { title: 'LAMPS OF PREVIOUS COUNCIL MEETINGS', council: null },
  ],
  [
    'Canada: minutes whose front has letters with days of their own',
    `MINUTES\n\nREGULAR MEETING OF COUNCIL\n\nPresent: Mayor Ash\n\n    That these letters be added:\n\nComments - Ida Elm, dated January 27, 2029\n`,
    { dated: null },
  ],
  [
    'England: minutes of a body, with items about the minutes of others',
    `Cost of Oil Icon\n\nMinutes of a meeting held on 17th May, 2029.\n\nPresent: Councillors A Ash and B Elm.\n\nPLEASE NOTE THESE ARE DRAFT MINUTES\n\n(a)  To note the minutes of the Lamp Sub Committee held on 30 March 2029\n\n(b)  To note the minutes of the Lamp Sub Committee held on 21 March 2029\n\n268/12/13 DECLARATIONS OF INTEREST\n\nThere were none.\n`,
    { title: null, committee: null, dated: '2029-05-17' },
  ],
  [
    'England: minutes whose page names an office in a sentence',
    `Venue: Guildhall\n\nNo. Item\n\nMinutes: RESOLVED that the lamp be lit.\n\nThe Leader said he would welcome input on the lamps\n`,
    { by: null },
  ],
  [
    'England: minutes with another text set between their title and itself',
    `MINUTES OF THE MEETING OF BRINE PARISH COUNCIL\n\nadvertisement\n\nMINUTES OF THE MEETING OF BRINE PARISH COUNCIL\nHELD IN THE HALL ON\nTUESDAY 19th JULY 2011\n`,
    { title: 'MINUTES OF THE MEETING OF BRINE PARISH COUNCIL', council: 'BRINE PARISH COUNCIL', on: '2011-07-19' },
  ],
  [
    'Scotland: minute of a council’s committee',
    `STRATHBRAN COUNCIL\n\nMINUTE of MEETING of the EDUCATION COMMITTEE held in the Town House, Bran on Wednesday, 8 November 2023\n\nPresent: Councillors Muir (Convener), Reid and Tait.\n\n1. Apologies\n\nThere were none.\n`,
    { council: 'STRATHBRAN COUNCIL', by: 'EDUCATION COMMITTEE', on: '2023-11-08', committee: 'EDUCATION COMMITTEE' },
  ],
  [
    'Wales: a county borough’s cabinet',
    `Cyngor Bwrdeistref Sirol Llanbran\n\nLlanbran County Borough Council\n\nCabinet\n\nMinutes of the meeting held on Thursday 2 March 2023 at 10.00am\n\nPresent: Councillor G Rees (Chair)\n\n45. Declarations\n`,
    { council: 'Llanbran County Borough Council', by: 'Cabinet', on: '2023-03-02' },
  ],
  [
    'Ireland: a meeting line over three printed lines',
    `MINUTES OF PROCEEDINGS AT MONTHLY MEETING OF BALLYMORE CITY AND\n\nCOUNTY COUNCIL HELD IN COUNTY BUILDINGS, BALLYMORE,\n\nON MONDAY, 10TH OCTOBER, 2022, AT 3PM.\n\nPRESENT IN THE CHAIR: Councillor N. Daly, Mayor.\n\nThe Council heard a deputation from Knockbeg Community Council.\n`,
    { council: 'BALLYMORE CITY AND COUNTY COUNCIL', by: 'BALLYMORE CITY AND COUNTY COUNCIL', on: '2022-10-10' },
  ],
  [
    'Ireland: a strategic policy committee behind its council’s name',
    `A meeting of Ballymore City and County Council, Housing Strategic Policy Committee was held on Monday, 4th June 2018.\n\nPresent: Cllr. Daly, Cllr. Quinn\n\nItem 1:\n\nTo approve the Minutes of the meeting held on Monday 30th April 2018.\n`,
    { council: 'Ballymore City and County Council', by: 'Housing Strategic Policy Committee', on: '2018-06-04' },
  ],
  [
    'Australia: a shire’s ordinary meeting, the day on a line of its own',
    `MINUTES\n\nShire of Corringa\n\nOrdinary Council Meeting\n\nThursday, 19 May 2022 at 5.00pm\n\nPRESENT: Cr Ann Pell (President), Cr Bo Rusk\n\nConfirmation of Minutes\n\nThat the minutes of the Ordinary Meeting held on 5 May 2022 be confirmed.\n`,
    { title: 'MINUTES', council: 'Shire of Corringa', by: 'Council', on: '2022-05-19' },
  ],
  [
    'England: who met in the line of the borough’s name',
    `LONDON BOROUGH OF BRINE CABINET\n\nThursday 8 December 2022\n\nMINUTES\n\nPresent: Councillor Ash\n\nRESOLVED: That the lamps be lit.\n`,
    { council: 'LONDON BOROUGH OF BRINE', on: '2022-12-08' },
  ],
  [
    'New Zealand: a community board',
    `Minutes of the Ordinary Meeting of the Paroa Community Board held in the Paroa Hall on Tuesday 14 March 2023 at 6.00pm\n\nPRESENT: J Tui (Chairperson)\n`,
    { by: 'Paroa Community Board', on: '2023-03-14' },
  ],
  [
    'New Zealand: a national commission names a council in its text',
    `Final report\n\nRail inquiry RO-2031-101: collision at Waitoa Junction\n\nNovember 2032\n\nThe Waitoa District Council owns the crossing. Waitoa District Council said so, and Waitoa District Council paid for the signs, which is why this paragraph names it three times and is long enough to be text of the body.\n`,
    { title: 'Rail inquiry RO-2031-101: collision at Waitoa Junction', council: null, by: null, on: null },
  ],
  [
    'Canada: a township, with the minutes of another day adopted',
    `MINUTES\n\nTOWNSHIP OF MUSKEG\n\nTuesday, December 5, 2023\n\nA regular meeting of the Township of Muskeg Council was held on Tuesday, December 5, 2023 starting at 6:30 p.m.\n\nPresent: Mayor Tom Pell\n\nThat the minutes of the Council meeting held November 21, 2023, be adopted. Carried.\n`,
    { title: 'MINUTES', council: 'TOWNSHIP OF MUSKEG', by: 'Township of Muskeg Council', on: '2023-12-05' },
  ],
  [
    'United States: a regular meeting of a city council',
    `CITY OF BRANTON\n\nMINUTES OF THE REGULAR MEETING OF THE CITY COUNCIL HELD ON MONDAY, MAY 18, 2015\n\nPresent: Mayor Lee\n\n1. Approval of the minutes of April 30, 2015\n`,
    { council: 'CITY OF BRANTON', by: 'CITY COUNCIL', on: '2015-05-18' },
  ],
  [
    'an agenda calls a meeting, and nothing is decided in it',
    `Corley Town Council\n\nAGENDA\n\nA meeting of the Council will be held on Tuesday, 5 March 2024 at 7pm.\n\n1. Apologies\n\n2. To agree the minutes of 6 February 2024\n`,
    { council: 'Corley Town Council', by: null, on: null },
  ],
  [
    'a reply-by day in a resolution is not the meeting’s day',
    `Task and Finish Group on Town Clocks\n\nAgenda item\n\nRESOLVED:\n\n(1) That the report be sent to Cabinet;\n\n(2) That Cabinet give its answer by 8 February 2024.\n`,
    { by: null, on: null },
  ],
  [
    'a committee of a parliament: its House and its print lines are no title',
    `HOUSE OF LORDS\n\nTides Committee\n\nReport of Session 2024–26\n\nThe Sea Wall: Build or Move\n\nOrdered to be printed 20 October 2025\n\nHL Paper 190\n\nISBN 978-1-0000-0000-1\n`,
    { title: 'The Sea Wall: Build or Move', council: null, by: null, on: null },
  ],
  [
    'a plan names its group on one line and itself on the next',
    `Task and Finish Group on Allotments\n\nProgress on the action plan\n\nNovember 2023\n\nRecommendation 1: That a warden be named.\n`,
    { title: 'Task and Finish Group on Allotments – Progress on the action plan', by: null, on: null },
  ],
  [
    'a page’s links are in no title',
    `Decision details\n\nScrutiny Review of Slipways pdf icon PDF 51 KB\n\nDecision Maker: Executive\n\nMade at meeting: 19/05/2020 - Executive\n\nDecision published: 20/05/2020\n\nResolved –\n\n(1) That the slipways be swept.\n`,
    { title: 'Scrutiny Review of Slipways', by: 'Executive', on: '2020-05-19' },
  ],
  [
    'a committee hears what the executive answered: it is the committee that resolved',
    `Issue - meetings\n\nExecutive Response to the Review of Ponds\n\nMeeting: 14/03/2023 - Climate Scrutiny Committee (Item 31)\n\n31 Executive Response to the Review of Ponds\n\nMinutes:\n\nRESOLVED that the response by the Executive be noted.\n`,
    { title: 'Executive Response to the Review of Ponds', by: 'Climate Scrutiny Committee', on: '2023-03-14' },
  ],
]

describe('the front of a paper says', () => {
  test.each(FRONTS)('%s', async (_name, text, frame) => {
    const { about } = await readFront(text)
    expect(frameOf(about)).toMatchObject(frame)
  })
})

test('the fields at the head of a Markdown file give its title, and are none themselves', async () => {
  const { about } = await readFront(
    '---\nlayout: page\ntitle: "Harbour Plan: what we will do"\npermalink: /plan/\n---\n\nWe will do much.\n',
    'plan.md',
  )
  expect(about.title?.text).toBe('Harbour Plan: what we will do')
})
