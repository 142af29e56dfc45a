using Azure.Storage.Files.Shares;

var share = new ShareClient(builder.Configuration.GetConnectionString("Storage"), "reports");
