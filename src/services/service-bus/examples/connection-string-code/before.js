const { ServiceBusClient } = require("@azure/service-bus");

async function main() {
  const client = new ServiceBusClient("{{servicebus-connection-string:contoso}}");
  const sender = client.createSender("orders");
  await sender.sendMessages({ body: "hello" });
  await client.close();
}

main();
