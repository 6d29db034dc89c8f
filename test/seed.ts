import fc from 'fast-check'

// The gate asks the same questions of every commit, so that a red one is the commit's own doing; whoever
// runs the tests by hand asks new ones each time.
if (process.env.CI) fc.configureGlobal({ seed: 20_261_122 })
