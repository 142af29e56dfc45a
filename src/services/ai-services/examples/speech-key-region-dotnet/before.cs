using Microsoft.CognitiveServices.Speech;
using Microsoft.Extensions.Configuration;

public static class Speech
{
    public static SpeechSynthesizer Create(IConfiguration configuration) =>
        new(SpeechConfig.FromSubscription(configuration["Speech:Key"], configuration["Speech:Region"]));
}
