using System;
using Cassandra;
using Gremlin.Net.Driver;

var key = Environment.GetEnvironmentVariable("COSMOS_KEY");
var server = new GremlinServer("contoso.gremlin.cosmos.azure.com", 443, enableSsl: true, username: "/dbs/shop/colls/items", password: key);
var cluster = Cluster.Builder().AddContactPoint("contoso.cassandra.cosmos.azure.com").WithCredentials("contoso", key).Build();
