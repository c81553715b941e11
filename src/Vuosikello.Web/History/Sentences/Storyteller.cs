using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Activities;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.History.Sentences;

/// <summary>An event as a reader is told it.</summary>
/// <param name="Who">Who did it and for which organisation, as this reader may know it.</param>
public sealed record Told(HistoryEvent Happened, Sentence Sentence, Subject Subject, string Who);

/// <summary>Tells events in the language of the request.</summary>
public sealed class Storyteller(IEnumerable<ISentences> sentences, Texts texts, FieldWords words, IMemberNames names)
{
    private readonly Dictionary<SubjectKind, ISentences> _byKind = sentences.ToDictionary(s => s.Kind);

    /// <summary>One event.</summary>
    /// <param name="to">Members are told who did it; the public is told for which organisation.</param>
    public Told Tell(HistoryEvent happened, PartnershipView partnership, Listener to)
    {
        string who = to.IsMember ? texts.Who(happened.Stamp, names, partnership.State) : Organisation(happened.Stamp, partnership);
        var telling = new Telling(happened, partnership, who, texts, words, to);
        var known = _byKind.GetValueOrDefault(happened.Entry.Kind);
        var sentence = known?.Of(telling) ?? telling.SayAs("SomethingHappened", texts.History[$"Kind.{happened.Entry.Kind}"].Value);
        return new(happened, sentence, known?.SubjectOf(telling) ?? new(texts.History[$"Kind.{happened.Entry.Kind}"], null), who);
    }

    private string Organisation(Stamp stamp, PartnershipView partnership) => stamp switch
    {
        { By: var by } when by == SystemMember.Id => texts.Layout["TheService"],
        { For: { } partner } => Telling.Name(partnership.State.NameOf(partner)),
        _ => texts.History["TheCoordinator"],
    };
}
