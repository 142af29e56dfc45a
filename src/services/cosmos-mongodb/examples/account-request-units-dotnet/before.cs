using System;
using MongoDB.Driver;

var key = Environment.GetEnvironmentVariable("COSMOS_KEY");
var settings = MongoClientSettings.FromConnectionString($"mongodb://contoso:{key}@contoso.mongo.cosmos.azure.com:10255/?ssl=true");
var client = new MongoClient(settings);
