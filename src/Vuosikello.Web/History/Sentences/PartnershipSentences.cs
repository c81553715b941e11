using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.History.Sentences;

/// <summary>What happened to a partnership: its areas, themes, partners, working groups.</summary>
public sealed class PartnershipSentences : ISentences
{
    public SubjectKind Kind => SubjectKind.Partnership;

    public Subject SubjectOf(Telling telling) => new(Telling.Name(telling.Partnership.Name), $"/{telling.Partnership.Id}/settings");

    public Sentence? Of(Telling telling)
    {
        var before = telling.Before<Partnership>();
        return telling.Event switch
        {
            PartnershipFounded e => telling.Say(Telling.Name(e.Name)),
            PartnershipRenamed e => telling.Say().Change(telling.Label("name"), before?.Name, e.Name),
            AreaAdded e => telling.Say(Telling.Name(e.Area.Name)).Pair(telling.Label("municipalities"), null, Joined(e.Area.Municipalities)),
            AreaRedrawn e => Redrawn(telling, before?.Areas.GetValueOrDefault(e.Area.Id.Value), e.Area),
            AreaRemoved e => telling.Say(Telling.Name(before?.Areas.GetValueOrDefault(e.Area.Value)?.Name)),
            ThemeAdded e => telling.Say(Telling.Name(e.Theme.Name)),
            ThemeRenamed e => Renamed(telling, before?.Themes.GetValueOrDefault(e.Theme.Value), e),
            ThemeRemoved e => telling.Say(Telling.Name(before?.Themes.GetValueOrDefault(e.Theme.Value)?.Name)),
            PartnerJoined e => telling.Say(Telling.Name(e.Partner.Name)).Pair(telling.Label("kind"), null, KindOf(telling, e.Partner)),
            PartnerCardChanged e => Changed(telling, before?.Partners.GetValueOrDefault(e.Partner.Id.Value), e.Partner),
            PartnerCardConfirmed e => telling.Say(telling.Name(e.Partner)),
            PartnersAskedToConfirm e => telling.Say(e.Partners.Count),
            PartnerLeft e => telling.Say(Telling.Name(before?.Partners.GetValueOrDefault(e.Partner.Value)?.Name)),
            WorkingGroupFormed e => Members(telling, telling.Say(Telling.Name(e.Group.Name)), null, e.Group),
            WorkingGroupChanged e => Changed(telling, before?.WorkingGroups.GetValueOrDefault(e.Group.Id.Value), e.Group),
            WorkingGroupDissolved e => telling.Say(Telling.Name(before?.WorkingGroups.GetValueOrDefault(e.Group.Value)?.Name)),
            _ => null,
        };
    }

    private static Sentence Redrawn(Telling telling, Area? before, Area after) => telling.Say(Telling.Name(before?.Name ?? after.Name))
        .Change(telling.Label("name"), before?.Name, after.Name)
        .Pair(telling.Label("municipalities"), Joined(before?.Municipalities), Joined(after.Municipalities));

    private static Sentence Renamed(Telling telling, Theme? before, ThemeRenamed e) =>
        telling.Say(Telling.Name(before?.Name ?? e.Name)).Change(telling.Label("name"), before?.Name, e.Name);

    private static Sentence Changed(Telling telling, Partner? before, Partner after) => telling.Say(Telling.Name(before?.Name ?? after.Name))
        .Change(telling.Label("name"), before?.Name, after.Name)
        .Pair(telling.Label("kind"), before is null ? null : KindOf(telling, before), KindOf(telling, after))
        .Pair(telling.Label("areas"), telling.Words(before?.Areas), telling.Words(after.Areas))
        .Pair(telling.Label("themes"), telling.Words(before?.Themes), telling.Words(after.Themes))
        .Pair(telling.Label("businessId"), before?.BusinessId?.Value, after.BusinessId?.Value)
        .Pair(telling.Label("registerNumber"), before?.RegisterNumber?.ToString(), after.RegisterNumber?.ToString())
        .Pair(telling.Label("webPage"), before?.WebPage, after.WebPage)
        .Pair(telling.Label("contacts"), RolesOf(telling, before), RolesOf(telling, after));

    // What members alone see on the card, they alone are told here.
    private static string? RolesOf(Telling telling, Partner? card) =>
        Joined(card?.Contacts.Where(contact => telling.ToMember || contact.Visibility == ContactVisibility.Public).Select(contact => contact.Role.In(Telling.Language)));

    private static Sentence Changed(Telling telling, WorkingGroup? before, WorkingGroup after) =>
        Members(telling, telling.Say(Telling.Name(before?.Name ?? after.Name)).Change(telling.Label("name"), before?.Name, after.Name), before, after);

    private static Sentence Members(Telling telling, Sentence sentence, WorkingGroup? before, WorkingGroup after) => sentence
        .Pair(telling.Label("theme"), ThemeOf(telling, before), ThemeOf(telling, after))
        .Pair(telling.Label("partners"), telling.Words(before?.Partners), telling.Words(after.Partners));

    private static string? ThemeOf(Telling telling, WorkingGroup? group) => group?.Theme is { } theme ? Telling.Name(telling.Partnership.NameOf(theme)) : null;

    private static string KindOf(Telling telling, Partner partner) => telling.Texts.Setup[$"Kind.{partner.Kind}"];

    private static string? Joined(IEnumerable<string>? names) => names is null || !names.Any() ? null : string.Join(", ", names);
}
