using Azure.Communication.Email;

public static class Mailer
{
    public static EmailClient Create(string connectionString) => new(connectionString);
}
