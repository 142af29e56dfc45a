using Azure.Identity;
using Microsoft.Graph;

var credential = new ClientSecretCredential(Configuration["TenantId"], Configuration["ClientId"], "{{entra-client-secret}}");
var graph = new GraphServiceClient(credential);
