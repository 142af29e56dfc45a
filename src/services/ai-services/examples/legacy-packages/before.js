const { ApiKeyCredentials } = require("@azure/ms-rest-js");

const credentials = new ApiKeyCredentials({ inHeader: { "Ocp-Apim-Subscription-Key": process.env.VISION_KEY } });

module.exports = { credentials };
