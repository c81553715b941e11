using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.Words;

namespace Vuosikello.Web.History.Sentences;

/// <summary>What happened to a comment round. What a statement says is told on the round's own pages, when the round has closed.</summary>
public sealed class RoundSentences : ISentences
{
    public SubjectKind Kind => SubjectKind.CommentRound;

    public Subject SubjectOf(Telling telling) => new(
        Title(telling), Streams.IsOf(telling.Happened.Entry.Stream, out RoundId round) ? $"/{round.Partnership}/rounds/{round.Slug}" : null);

    public Sentence? Of(Telling telling)
    {
        var before = telling.Before<CommentRound>();
        string title = Title(telling);
        return telling.Event switch
        {
            RoundPlanned e => Plan(telling, telling.Say(Telling.Name(e.Plan.Title)), null, e.Plan),
            RoundReplanned e => Plan(telling, telling.Say(Telling.Name(before?.Plan.Title ?? e.Plan.Title)), before?.Plan, e.Plan),
            RoundOpened e => telling.Say(title).Pair(telling.Label("documents"), null, string.Join(", ", e.Documents.Select(d => Telling.Name(d.Title)))),
            PartnersInvited e => telling.Say(title, telling.Names(e.Partners)),
            RoundProlonged e => telling.Say(title).Pair(telling.Label("closes"), before is null ? null : At(before.Plan.Closes), At(e.Closes)),
            PartnersReminded e => telling.Say(title, telling.Names(e.Partners)),
            RoundCancelled e => telling.Say(title).Quote(telling.Label("reason"), e.Reason),
            RoundClosed e => telling.Say(title).Pair(telling.Label("stated"), null, Listed(telling, e.Stated)).Pair(telling.Label("silent"), null, Listed(telling, e.Silent)),
            StatementSent e => telling.SayAs(telling.OwnOr(Template(before, e), e.Partner), title, telling.Name(e.Partner)),
            LateStatementAllowed e => telling.Say(title, telling.Name(e.Partner), At(e.Until)),
            GuestLinkMade e => telling.Say(title, telling.Name(e.Partner)),
            GuestLinkRevoked e => telling.Say(title, before?.Find(e.Link) is { } link ? telling.Name(link.Partner) : "–"),
            RemarkAnswered e => Answered(telling, before, e),
            _ => null,
        };
    }

    private static Sentence Plan(Telling telling, Sentence sentence, RoundPlan? before, RoundPlan after) => sentence
        .Change(telling.Label("title"), before?.Title ?? after.Title, after.Title)
        .Pair(telling.Label("opens"), before is null ? null : At(before.Opens), At(after.Opens))
        .Pair(telling.Label("closes"), before is null ? null : At(before.Closes), At(after.Closes))
        .Pair(telling.Label("invited"), before is null ? null : Listed(telling, before.Invited), Listed(telling, after.Invited))
        .Change(telling.Label("introduction"), before is null ? after.Introduction : before.Introduction, after.Introduction);

    private static string Template(CommentRound? before, StatementSent e) =>
        e.Late ? "StatementSent.Late" : before?.StatementOf(e.Partner)?.Sent is null ? "StatementSent" : "StatementSent.Replaced";

    private static Sentence Answered(Telling telling, CommentRound? before, RemarkAnswered e)
    {
        var clause = e.Clause is { } id ? before?.Find(id)?.Clause : null;
        string about = e.Clause is null ? telling.Texts.History["TheWhole"] : $"{clause?.Number} {DocumentWords.Clause(clause?.Title, clause?.Text)}".Trim();
        var earlier = before?.AnswersTo(e.Partner, e.Clause)?.Latest.Kind;
        return telling.Say(Title(telling), telling.Name(e.Partner), about)
            .Pair(telling.Label("answer"), earlier is null ? null : Kinds(earlier.Value), Kinds(e.Kind))
            .Quote(telling.Label("reason"), e.Reason);

        string Kinds(AnswerKind kind) => telling.Texts.History[$"Answer.{kind}"];
    }

    private static string Title(Telling telling) => Telling.Name((telling.After<CommentRound>() ?? telling.Before<CommentRound>())?.Plan.Title);

    private static string At(NodaTime.Instant moment) => TimeInWords.At(moment, Telling.Language);

    private static string Listed(Telling telling, ValueList<PartnerId> partners) => partners.Count == 0 ? "–" : telling.Names(partners);
}
