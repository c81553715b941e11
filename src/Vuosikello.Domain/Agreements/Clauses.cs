namespace Vuosikello.Domain.Agreements;

/// <summary>Texts with one clause changed. A clause that is not there changes nothing.</summary>
internal static class Clauses
{
    public static AgreementClause? Find(this AgreementContent content, ClauseId id) => content.Clauses.FirstOrDefault(clause => clause.Id == id);

    /// <summary>The clause before this one; null of the first.</summary>
    public static ClauseId? Before(this AgreementContent content, ClauseId id) =>
        content.Clauses.TakeWhile(clause => clause.Id != id).LastOrDefault()?.Id;

    /// <param name="after">Null for the first place; what is not there any more counts as the last.</param>
    public static AgreementContent WithClause(this AgreementContent content, AgreementClause clause, ClauseId? after)
    {
        var clauses = content.Clauses.ToList();
        int at = after is { } id ? clauses.FindIndex(c => c.Id == id) + 1 : 0;
        clauses.Insert(after is not null && at == 0 ? clauses.Count : at, clause);
        return content with { Clauses = clauses.ToValueList() };
    }

    public static AgreementContent WithClause(this AgreementContent content, ClauseId id, Func<AgreementClause, AgreementClause> change) =>
        content with { Clauses = content.Clauses.Select(clause => clause.Id == id ? change(clause) : clause).ToValueList() };

    public static AgreementContent WithClauseMoved(this AgreementContent content, ClauseId id, ClauseId? after) =>
        content.Find(id) is { } clause ? content.WithoutClause(id).WithClause(clause, after) : content;

    public static AgreementContent WithoutClause(this AgreementContent content, ClauseId id) =>
        content with { Clauses = content.Clauses.Where(clause => clause.Id != id).ToValueList() };
}
