const { EventGridPublisherClient } = require("@azure/eventgrid");
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();

const publisher = new EventGridPublisherClient(process.env.EVENTGRID_TOPIC_ENDPOINT, "CloudEvent", credential);

module.exports = { publisher };
