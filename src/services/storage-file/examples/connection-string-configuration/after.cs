using Azure.Identity;
using Azure.Storage.Files.Shares;

var credential = new DefaultAzureCredential();
var share = new ShareServiceClient(new Uri(builder.Configuration["AZURE_STORAGEFILE_RESOURCEENDPOINT"]!), credential, new ShareClientOptions { ShareTokenIntent = Azure.Storage.Files.Shares.Models.ShareTokenIntent.Backup }).GetShareClient("reports");
