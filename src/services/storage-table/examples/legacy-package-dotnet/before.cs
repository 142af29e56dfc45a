using Microsoft.Azure.Cosmos.Table;

public class Legacy
{
    public CloudTableClient Create(string connectionString) =>
        CloudStorageAccount.Parse(connectionString).CreateCloudTableClient();
}
