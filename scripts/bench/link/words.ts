/** A field of a council's work: what reviews of it are called, and the words that all of them share. */
export interface Field {
  name: string
  /** With the name these make near-named reviews: "Bus Services", "Bus Shelters". */
  facets: readonly string[]
  things: readonly string[]
  bodies: readonly string[]
  groups: readonly string[]
}

const field = (name: string, facets: string, things: string, bodies: string, groups: string): Field => ({
  name,
  facets: facets.split(', '),
  things: things.split(', '),
  bodies: bodies.split(', '),
  groups: groups.split(', '),
})

/** Councils' work as their scrutiny committees part it. */
export const FIELDS: readonly Field[] = [
  field(
    'Bus',
    'Services, Shelters, Fares, Lanes',
    'evening services, the concessionary pass, real-time information boards, the supported network, school routes, stops without a kerb, ticket prices, park and ride sites, the operators’ contracts, demand responsive transport, timetable changes, cancelled journeys',
    'the bus operators, the Combined Authority, the Enhanced Partnership Board, the Traffic Commissioner',
    'passengers, wheelchair users, older residents, rural parishes',
  ),
  field(
    'School',
    'Meals, Transport, Admissions, Attendance, Exclusions',
    'free school meals, the catering contract, walking routes, the admissions code, persistent absence, fixed term exclusions, breakfast clubs, alternative provision, kitchen equipment, the appeals process, travel passes, governor training',
    'head teachers, the Schools Forum, the Regional Director, academy trusts',
    'pupils with special needs, governors, young carers, parents',
  ),
  field(
    'Empty',
    'Homes, Shops, Property',
    'long-term vacant homes, the council tax premium, repair loans, compulsory purchase, flats above shops, the empty property register, enforced sales, grants to owners, the private landlords’ forum, vacant council land, business rate relief, shop front improvements',
    'Homes England, the credit union, letting agents, the Valuation Office',
    'owners, first time buyers, homeless households, small traders',
  ),
  field(
    'Household',
    'Recycling Centres, Waste Collection, Support Fund',
    'brown bins, opening hours, missed collections, food waste caddies, the booking system, bulky items, contamination of recycling, crews’ routes, assisted collections, side waste, hardship payments, the waste contract',
    'the Waste Partnership, the contractor, the Environment Agency, registered providers',
    'tenants, large families, disabled residents, flat dwellers',
  ),
  field(
    'Adult',
    'Social Care, Learning, Mental Health',
    'direct payments, home care visits, waiting times for assessment, day centres, the carers’ strategy, supported living, evening classes, the crisis line, discharge from hospital, respite care, talking therapies, the safeguarding board',
    'the Integrated Care Board, the hospital trust, care providers, Healthwatch',
    'unpaid carers, people with dementia, care leavers, adults with autism',
  ),
  field(
    'Children’s',
    'Centres, Social Care, Mental Health, Play Areas',
    'foster carers’ allowances, early help, health visitors, play equipment, caseloads, the family hub, speech and language therapy, placements out of the area, short breaks, independent visitors, stay and play sessions, agency social workers',
    'the Youth Council, the Integrated Care Board, Ofsted, the police',
    'foster carers, looked after children, young parents, families on low incomes',
  ),
  field(
    'Road',
    'Safety, Maintenance, Signs',
    'twenty mile an hour zones, pothole repairs, school crossing patrols, worn markings, average speed cameras, gully cleaning, winter gritting, accident cluster sites, street works permits, footway defects, verge cutting, signs hidden by trees',
    'the police, National Highways, the utilities, parish councils',
    'cyclists, pedestrians, motorcyclists, older drivers',
  ),
  field(
    'Flood',
    'Risk Management, Defences, Recovery',
    'surface water drains, culverts, the sandbag policy, property level resilience, the flood wardens, sustainable drainage, ditches in private ownership, telemetry, rest centres, planning conditions, the section 19 report, the pumping station',
    'the Environment Agency, the water company, the drainage board, the Local Resilience Forum',
    'flooded households, farmers, riparian owners, businesses in the valley',
  ),
  field(
    'Public',
    'Toilets, Conveniences, Houses, Art, Health',
    'opening times, baby changing rooms, the community toilet scheme, licensing hours, sculpture in new estates, smoking cessation, cleaning rotas, vandalism, late night venues, health checks, the asset transfer policy, coin operated locks',
    'town councils, the licensing authority, pub companies, the Director of Public Health',
    'visitors, taxi drivers, people with long-term conditions, market traders',
  ),
  field(
    'Library',
    'Services, Buildings, Opening Hours',
    'self-service machines, the mobile library, reading groups, e-books, the book fund, community run branches, local history archives, homework clubs, staffing levels, study space, the stock policy, reservations',
    'Arts Council England, the friends’ groups, the schools library service, the University',
    'housebound readers, students, job seekers, new parents',
  ),
  field(
    'Taxi',
    'Licensing, Ranks, Fares',
    'the knowledge test, vehicle inspections, wheelchair accessible vehicles, criminal record checks, the age limit for vehicles, plates, booking offices, card payment, the penalty points scheme, rank spaces, dashboard cameras, the table of fares',
    'the hackney drivers’ association, private hire operators, the licensing authority, the police',
    'drivers, disabled passengers, night-time workers, proprietors',
  ),
  field(
    'Town Centre',
    'Regeneration, Parking, Markets, Safety',
    'residents’ permits, pay machines, stall rents, the high street fund, litter bins, the Saturday market, pavement licences, charging points, wayfinding, the closed department store, loading bays, street wardens',
    'the Business Improvement District, the Chamber of Commerce, the market traders’ federation, landlords',
    'shoppers, stall holders, blue badge holders, residents of the centre',
  ),
  field(
    'Council',
    'Housing Repairs, Tax Collection, House Allocations, Tax Support',
    'damp and mould, the repairs contract, the allocations policy, arrears letters, bailiffs’ fees, void properties, gas safety, the choice based lettings system, missed appointments, the discretionary fund, the tenants’ handbook, debt advice',
    'the Housing Ombudsman, Citizens Advice, the repairs contractor, the tenants’ panel',
    'tenants, leaseholders, people in arrears, overcrowded families',
  ),
  field(
    'Climate',
    'Change, Adaptation, Action Plan',
    'solar panels, the fleet, heat pumps, tree planting, the carbon budget, energy efficiency of schools, cycle parking, street lighting, low traffic streets, the pension fund, retrofit grants, green procurement',
    'the Climate Commission, the distribution network operator, the University, community energy groups',
    'householders, fuel poor households, young people, small firms',
  ),
  field(
    'Community',
    'Safety, Centres, Grants, Cohesion',
    'closed circuit television, neighbourhood watch, the grants panel, hire charges, anti-social behaviour, hate crime reporting, village halls, the third sector strategy, knife crime, doorstep crime, interfaith events, the lease of community buildings',
    'the Police and Crime Commissioner, the Voluntary Sector Forum, the fire service, Victim Support',
    'volunteers, victims of crime, faith groups, young people',
  ),
  field(
    'Digital',
    'Inclusion, Services',
    'broadband in villages, the council website, web casting, device loans, basic skills courses, online forms, the contact centre, public wi-fi, cyber security, the customer account, mobile coverage, assisted access points',
    'the broadband provider, Age UK, the County’s skills board, mobile operators',
    'people without a device, older residents, councillors, benefit claimants',
  ),
]

/** What a title may add to its subject. */
export const QUALIFIERS: readonly string[] = ['in Rural Areas', 'for Older People', 'for Young People', 'in the Town Centre']

export const PLACES: readonly string[] =
  'Marl,Tarrow,East,Fen,Amble,Brack,Cold,Dun,Ever,Farn,Glen,Hather,Ing,Kel,Lang,Mere,Nether,Oak,Pen,Quarn,Raven,Stan,Thorn,Ulver,Wither,Yar,Ash,Bram,Crow,Dray'.split(
    ',',
  )
export const PLACE_ENDINGS: readonly string[] = 'ford,dale,mere,wick,ton,bury,combe,leigh,stead,worth,ham,den,by,sall,bridge,hurst'.split(
  ',',
)
export const COMPASS: readonly string[] = ['North', 'South', 'East', 'West', 'Mid']
export const COUNCIL_FORMS: readonly string[] = [
  '# Borough Council',
  '# District Council',
  '# City Council',
  '# County Council',
  'London Borough of #',
  '# Council',
]
export const COMMITTEES: readonly string[] = [
  'Place Select Committee',
  'People Select Committee',
  'Overview and Scrutiny Committee',
  'Environment and Housing Scrutiny Panel',
  'Health Scrutiny Committee',
  'Children and Young People Scrutiny Panel',
  'Corporate Overview Board',
]

export const TIMES: readonly string[] = [
  'by March #',
  'before the end of #',
  'within six months',
  'by the summer of #',
  'in the budget for #',
  'every year from #',
  'by 30 September #',
]
export const POSTS: readonly string[] = [
  'Head of Service',
  'Director of Place',
  'Director of People',
  'Cabinet Member',
  'Chief Finance Officer',
  'Strategy Manager',
  'Service Manager',
]
