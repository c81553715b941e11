using System.Text.Json;
using Vuosikello.Events.Json;

namespace Vuosikello.Web.Forms;

/// <summary>The card with which a form was shown, as a hidden field carries it: what differs from it is what the editor changed.</summary>
public static class SeenCard
{
    private static readonly JsonSerializerOptions Json = Options();

    public static string Of<TCard>(TCard card) => JsonSerializer.Serialize(card, Json);

    /// <returns>Null when the field says nothing that can be read.</returns>
    public static TCard? Read<TCard>(string field) where TCard : class
    {
        try
        {
            return field.Length == 0 ? null : JsonSerializer.Deserialize<TCard>(field, Json);
        }
        catch (JsonException)
        {
            // Somebody wrote it by hand; their form then changes the whole card.
            return null;
        }
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions();
        DomainJson.Configure(options);
        options.RespectRequiredConstructorParameters = false;
        return options;
    }
}
