using Azure.Data.Tables;

var carts = new TableClient(builder.Configuration["Cosmos:TableConnectionString"], "carts");
