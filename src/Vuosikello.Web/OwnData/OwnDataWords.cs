using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Vuosikello.Accounts.PersonalData;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Words;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.OwnData;

/// <summary>What is held on somebody, in the words of the pages: a word of the program, a short name or an id is none. The file has them as they are kept.</summary>
public sealed class OwnDataWords(Texts texts, AuditWords audit, IPartnershipViews partnerships, IMemberNames names)
{
    /// <summary>A column of a row.</summary>
    /// <param name="held">All of it: the person's roles tell in which partnership an organisation is.</param>
    /// <param name="table">Which table the row is of.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">Of it.</param>
    public string Of(HeldOnPerson held, string table, HeldRow row, string column) => (table, column, row[column]) switch
    {
        (_, _, null or "") => "–",
        (_, "by" or "about", Guid id) => texts.NameOf(new MemberId(id), names),
        ("audit", "kind", string kind) => audit.Kind(kind),
        ("audit", "what", string what) => audit.What(what),
        ("mails", "kind", string kind) => Known(texts.Erasure, $"Mail.{kind}", kind),
        (_, "way", string way) => Known(texts.Account, $"Way.{way}", way),
        (_, "reach", string reach) => Known(texts.Token, $"Reach.{reach}", reach),
        (_, "role", string role) => Known(texts.Member, $"Role.{role}", role),
        (_, "language", string language) => Known(texts.Import, $"Language.{language}", language),
        (_, "partnership", string partnership) => partnerships.Find(new(partnership))?.State.Name.In(LanguageSetup.Current) ?? partnership,
        (_, "partner" or "actsFor", string partner) => Organisation(held, PartnershipOf(row), new(partner)),
        (_, _, var value) => Written(value),
    };

    /// <summary>What happened, as the filter of the history calls it; the stored name where the history does not tell of it.</summary>
    public string Event(HeldEventResource e) => EventTypes.All.TryGetValue(e.Type, out var type) ? Known(texts.History, $"Event.{type.Name}", e.Type) : e.Type;

    /// <summary>The organisation for which something was done; null when it was for none.</summary>
    public string? Organisation(HeldOnPerson held, HeldEventResource e) => e.For is { } partner ? Organisation(held, Streams.PartnershipOf(new(e.Of)), partner) : null;

    private string Organisation(HeldOnPerson held, PartnershipId? partnership, PartnerId partner)
    {
        // A session and an activity do not say in which partnership; there is a role for the organisation, or there was one.
        var known = partnership ?? held.Roles.Where(role => role.Partner == partner).Select(role => (PartnershipId?)role.Partnership).FirstOrDefault();
        return known is { } id && partnerships.Find(id) is { } found ? found.State.NameOf(partner).In(LanguageSetup.Current) : partner.Value;
    }

    private static PartnershipId? PartnershipOf(HeldRow row) => row.GetValueOrDefault("partnership") is string { Length: > 0 } partnership ? new(partnership) : null;

    private static string Known(IStringLocalizer words, string key, string otherwise) => words[key] is { ResourceNotFound: false } found ? found.Value : otherwise;

    private string Written(object? value) => value switch
    {
        Instant at => TimeInWords.At(at, LanguageSetup.Current),
        DateTime at => TimeInWords.At(Instant.FromDateTimeUtc(at), LanguageSetup.Current),
        LocalDate day => TimeInWords.Day(day, LanguageSetup.Current),
        bool yes => texts.Erasure[yes ? "Yes" : "No"],
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "–",
    };
}
