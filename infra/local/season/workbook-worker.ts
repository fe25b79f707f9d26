import { workerData } from 'node:worker_threads'
import { type OutputsAsked, writeOutput } from '../../../functions/season/outputs.ts'

await writeOutput('workbook', workerData as OutputsAsked)
