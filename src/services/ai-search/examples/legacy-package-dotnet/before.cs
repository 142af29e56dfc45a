using Microsoft.Azure.Search;

public class Legacy
{
    public SearchServiceClient Create(IConfiguration configuration) =>
        new SearchServiceClient("contoso", new SearchCredentials(configuration["Search:Key"]));
}
