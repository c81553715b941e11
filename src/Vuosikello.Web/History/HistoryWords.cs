using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Words;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.History;

/// <summary>What a history can be narrowed by, in words.</summary>
public sealed class HistoryWords(Texts texts, IMemberNames names, IHistory history)
{
    private static string Language => LanguageSetup.Current;

    /// <summary>The kinds of events by what they are about, each with the name for addresses and in words.</summary>
    /// <param name="stream">Only those that can happen to this subject; null for all.</param>
    /// <param name="toMember">The public is offered what it is told of.</param>
    public IEnumerable<(SubjectKind Kind, IEnumerable<(string Name, string Text)> Events)> Kinds(StreamName? stream, bool toMember)
    {
        var only = stream is { } subject ? RemarkSubjects.Of(subject)?.Kind : null;
        return HistoryKinds.All.Where(kind => only is null || kind.Key == only).OrderBy(kind => kind.Key)
            .Select(kind => (kind.Key, Told: kind.Where(e => toMember || Audiences.Of(e.Event) == Audience.Public))).Where(kind => kind.Told.Any())
            .Select(kind => (kind.Key, kind.Told.Select(e => (e.Name, TextOf(e.Event))).OrderBy(e => e.Item2, StringComparer.CurrentCultureIgnoreCase).AsEnumerable()));
    }

    /// <summary>The partnership itself, its partners, and those who acted here and have left.</summary>
    public IEnumerable<(PartnerId Id, string Name)> Organisations(PartnershipView partnership)
    {
        var here = history.Actors(partnership.Id).Select(actor => actor.For).OfType<PartnerId>().Union(partnership.State.Partners.Values.Select(p => p.Id));
        return
        [
            (HistoryFilter.ThePartnership, texts.History["ThePartnership"]),
            .. here.Select(id => (id, partnership.State.NameOf(id).In(Language))).OrderBy(p => p.Item2, StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    /// <summary>Those who acted here and have a name still.</summary>
    public IEnumerable<(MemberId Id, string Name)> People(PartnershipView partnership) => history.Actors(partnership.Id).Select(actor => actor.By).Distinct()
        .Select(id => (id, Name: id == SystemMember.Id ? texts.Layout["TheService"].Value : names.NameOf(id, Language)))
        .Where(person => person.Name is not null).Select(person => (person.id, person.Name!))
        .OrderBy(person => person.Item2, StringComparer.CurrentCultureIgnoreCase);

    /// <summary>How a list is narrowed, for those who read it printed too.</summary>
    public string Of(HistoryList list)
    {
        var filter = list.Query.Filter;
        return string.Join("; ", new[]
        {
            Span(filter),
            filter.Kind is { } kind ? texts.History[$"Kinds.{kind}"].Value : null,
            filter.Event is { } happened ? TextOf(happened) : null,
            filter.Partner is { } partner ? Organisations(list.Partnership).FirstOrDefault(p => p.Id == partner).Name ?? partner.Value : null,
            filter.Member is { } member ? names.NameOf(member, Language) ?? texts.Layout["SomebodyUnknown"] : null,
        }.Where(part => part is not null));
    }

    private static string? Span(HistoryFilter filter) => (filter.From, filter.To) switch
    {
        (null, null) => null,
        ({ } from, { } to) => TimeInWords.Span(from, to, Language, withYear: true),
        ({ } from, null) => $"{TimeInWords.Date(from, Language)} –",
        (null, { } to) => $"– {TimeInWords.Date(to, Language)}",
    };

    private string TextOf(Type happened) => texts.History[$"Event.{happened.Name}"];
}
