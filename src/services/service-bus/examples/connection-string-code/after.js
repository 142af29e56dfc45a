const { DefaultAzureCredential } = require("@azure/identity");
const { ServiceBusClient } = require("@azure/service-bus");

const credential = new DefaultAzureCredential();

async function main() {
  const client = new ServiceBusClient("contoso.servicebus.windows.net", credential);
  const sender = client.createSender("orders");
  await sender.sendMessages({ body: "hello" });
  await client.close();
}

main();
