const { EventGridPublisherClient, AzureSASCredential } = require("@azure/eventgrid");

const publisher = new EventGridPublisherClient(process.env.EVENTGRID_TOPIC_ENDPOINT, "CloudEvent", new AzureSASCredential(process.env.EVENTGRID_SAS));

module.exports = { publisher };
