const https = require('hyco-https')

const uri = https.createRelayListenUri('contoso.servicebus.windows.net', 'orders')
const server = https.createRelayedServer(
  { server: uri, token: () => https.createRelayToken(uri, 'listen', process.env.SB_HC_KEY) },
  (request, response) => response.end('ok')
)

server.listen()
