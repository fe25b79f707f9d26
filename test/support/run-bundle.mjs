// Runs in a process of its own, as Lambda would: loads a bundle from its file, calls its handler for each event
// given, and says how long after the start of the process it was ready and had each answer.
const [file, ...events] = process.argv.slice(2)
const { handler } = file ? await import(file) : {}
const ready = performance.now()
const context = { functionName: 'bench', awsRequestId: 'one', getRemainingTimeInMillis: () => 60_000 }
const answers = []
const done = []
for (const event of events) {
  answers.push(await handler(JSON.parse(event), context))
  done.push(performance.now())
}
process.stderr.write(`${JSON.stringify({ ready, done, answers })}\n`)
