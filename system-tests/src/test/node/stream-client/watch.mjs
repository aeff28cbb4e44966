// Watches one stream with the npm library "eventsource" until the server says that nothing follows (204), printing each event's id and data
// as one line of JSON. Reconnecting and Last-Event-ID are the library's own.
// usage: node watch.mjs URL TOKEN
import {EventSource} from 'eventsource'

const [url, token] = process.argv.slice(2)
const source = new EventSource(url, {
  fetch: (input, init) => fetch(input, {...init, headers: {...init.headers, Authorization: `Bearer ${token}`}}),
})
source.onmessage = event => {
  process.stdout.write(JSON.stringify({id: event.lastEventId, data: JSON.parse(event.data)}) + '\n')
}
source.onerror = event => {
  process.stderr.write(`${event.code ?? ''} ${event.message ?? ''}\n`)
  if (source.readyState === EventSource.CLOSED) {
    process.exit(event.code === 204 ? 0 : 1)
  }
}
