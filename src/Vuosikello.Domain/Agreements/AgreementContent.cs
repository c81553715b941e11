using NodaTime;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Domain.Agreements;

/// <summary>Everything that the parties agree on: what a version freezes and a signature covers.</summary>
/// <param name="Kind">Whether other agreements may stand under it.</param>
/// <param name="Under">The framework agreement that this one stands under, if any.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Parties">Two or more partners of the partnership, in the order in which the agreement names them.</param>
/// <param name="Term">From when, until when.</param>
/// <param name="Notice">How long before its end notice is given; null when nobody can give notice.</param>
/// <param name="AmendedFrom">The first day of this version, when it amends an earlier one and is not in force as soon as all have signed.</param>
/// <param name="Clauses">In the order in which they are read; numbered from 1.</param>
/// <param name="Rules">Adopted versions of the working rules that the parties keep to.</param>
/// <param name="Commitments">What each party does by when.</param>
/// <param name="Attachments">Documents elsewhere that belong to it.</param>
public sealed record AgreementContent(
    AgreementKind Kind,
    AgreementId? Under,
    LocalText Title,
    ValueList<PartnerId> Parties,
    AgreementTerm Term,
    NoticePeriod? Notice,
    LocalDate? AmendedFrom,
    ValueList<AgreementClause> Clauses,
    ValueList<RulesReference> Rules,
    ValueList<Commitment> Commitments,
    ValueList<Attachment> Attachments)
{
    /// <summary>Whether it would never end: open-ended or renewed by itself, and nobody can give notice.</summary>
    public bool NeverEnds() => Notice is null && (Term.Until is null || Term.RenewedByMonths is not null);
}

public enum AgreementKind
{
    /// <summary>Between partners, about something.</summary>
    Partnership,

    /// <summary>A framework (<c>puitesopimus</c>) with other agreements under it.</summary>
    Framework,
}

/// <summary>When an agreement holds, in days of Europe/Helsinki.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included; null when it is open-ended.</param>
/// <param name="RenewedByMonths">By how many months it is renewed after its last day unless notice was given; null when it then expires.</param>
public sealed record AgreementTerm(LocalDate From, LocalDate? Until = null, int? RenewedByMonths = null);

/// <summary>How long an agreement goes on after notice was given.</summary>
/// <param name="Count">0 or more.</param>
public sealed record NoticePeriod(int Count, NoticeUnit Unit)
{
    /// <summary>The last day of an agreement when notice is given on <paramref name="day"/>; a month ends at the latest with its last day.</summary>
    public LocalDate EndAfter(LocalDate day) => Unit == NoticeUnit.Months ? day.PlusMonths(Count) : day.PlusDays(Count);

    /// <summary>The last day on which notice can be given for the agreement to be over with <paramref name="end"/>, its last day, at the latest.</summary>
    public LocalDate LastDayToEndBy(LocalDate end)
    {
        if (Unit == NoticeUnit.Days) return end.PlusDays(-Count);
        var day = end.PlusMonths(-Count);
        // of several days whose month later is the last of a short month, the last one
        while (EndAfter(day.PlusDays(1)) <= end) day = day.PlusDays(1);
        return day;
    }
}

public enum NoticeUnit
{
    Days,
    Months,
}

/// <summary>A clause that the parties wrote themselves.</summary>
/// <param name="Title">May be empty.</param>
/// <param name="Text">Up to 100,000 characters in each language.</param>
public sealed record AgreementClause(ClauseId Id, LocalText Title, LocalText Text);

/// <summary>An adopted version of the partnership's working rules.</summary>
/// <param name="Hash">SHA-256 of its canonical text, lower-case hexadecimal.</param>
public sealed record RulesReference(RulesVersion Version, string Hash);

/// <summary>What one party undertakes to do.</summary>
/// <param name="By">One of the parties.</param>
/// <param name="What">In words.</param>
/// <param name="Due">By when.</param>
/// <param name="Activities">Activities of the partnership's cycles that it is about.</param>
public sealed record Commitment(CommitmentId Id, PartnerId By, LocalText What, CommitmentDue Due, ValueList<ActivityId> Activities);

/// <summary>A day by which a commitment is to be met: once, or in every year of the term.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31; of 29 February the 28th is meant in years without one.</param>
/// <param name="Year">Null for every year.</param>
public sealed record CommitmentDue(int Month, int Day, int? Year = null)
{
    /// <summary>Once, on this day.</summary>
    public static CommitmentDue On(LocalDate date) => new(date.Month, date.Day, date.Year);

    /// <summary>The day in one year; null when it is not due in that year.</summary>
    public LocalDate? In(int year) => Year is { } only && only != year ? null : new AnnualDate(Month, Day).InYear(year);

    /// <summary>The first day on which it is due, on or after <paramref name="from"/>; null when there is none.</summary>
    public LocalDate? FirstFrom(LocalDate from)
    {
        var day = In(Year ?? from.Year);
        if (day < from) day = Year is null ? In(from.Year + 1) : null;
        return day;
    }
}

/// <summary>A document that belongs to an agreement and lies elsewhere.</summary>
/// <param name="Link">An absolute http or https address.</param>
/// <param name="Sha256">The checksum of its bytes: 64 lower-case hexadecimal digits.</param>
public sealed record Attachment(LocalText Title, string Link, string Sha256);

/// <summary>A party as it was called when a version was frozen.</summary>
public sealed record NamedParty(PartnerId Id, LocalText Name);
