using System.Text.Json;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events.Json;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Partners;

/// <summary>
/// Two people change one card: what only one of them changed is taken, and what both did differently is asked about. A form carries the card
/// as it was when it was shown.
/// </summary>
public static class CardMerge
{
    private static readonly JsonSerializerOptions Json = Options();

    /// <summary>A card as a hidden field carries it.</summary>
    public static string Basis(Partner card) => JsonSerializer.Serialize(card, Json);

    /// <summary>What a form was shown with; null when it says nothing that can be read.</summary>
    public static Partner? Read(string basis)
    {
        try
        {
            return basis.Length == 0 ? null : JsonSerializer.Deserialize<Partner>(basis, Json);
        }
        catch (JsonException)
        {
            // Somebody wrote it by hand; their form then changes the whole card.
            return null;
        }
    }

    /// <param name="basis">The card that the form was shown with; null when it is not known, and then all of the form counts.</param>
    /// <param name="mine">As the form says.</param>
    /// <param name="now">As it stands.</param>
    public static (Partner Card, IReadOnlyList<Problem> Problems) Merge(Partner? basis, Partner mine, Partner now)
    {
        if (basis is null || basis == now) return (mine, []);
        var problems = new List<Problem>();
        var merged = now with
        {
            Kind = Field("kind", c => c.Kind),
            Name = Field("name", c => c.Name),
            Areas = Field("areas", c => c.Areas),
            Themes = Field("themes", c => c.Themes),
            BusinessId = Field("businessId", c => c.BusinessId),
            RegisterNumber = Field("registerNumber", c => c.RegisterNumber),
            WebPage = Field("webPage", c => c.WebPage),
            Contacts = Field("contacts", c => c.Contacts),
        };
        return (merged, problems);

        T Field<T>(string name, Func<Partner, T> of)
        {
            var (was, typed, stands) = (of(basis), of(mine), of(now));
            var same = EqualityComparer<T>.Default;
            if (same.Equals(typed, was)) return stands;
            if (!same.Equals(stands, was) && !same.Equals(stands, typed)) problems.Add(new Problem(FormProblems.ChangedMeanwhile, name));
            return typed;
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
