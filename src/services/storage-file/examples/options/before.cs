using Azure.Storage.Files.Shares;

var share = new ShareClient(builder.Configuration["Storage"], "reports", options);
