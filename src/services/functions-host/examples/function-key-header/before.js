const axios = require("axios");

const headers = { "x-functions-key": process.env.FUNCTION_KEY };

exports.resize = (picture) => axios.post("https://contoso.azurewebsites.net/api/resize", picture, { headers });
