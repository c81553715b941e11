using System.Diagnostics.CodeAnalysis;

namespace Vuosikello.Domain;

/// <summary>A partnership's short name as it stands in addresses, such as <c>kuuma-seutu</c>: see <see cref="Slug"/>.</summary>
public readonly record struct PartnershipId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>An area's short name, unique within its partnership: see <see cref="Slug"/>.</summary>
public readonly record struct AreaId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A theme's short name, unique within its partnership: see <see cref="Slug"/>.</summary>
public readonly record struct ThemeId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A partner organisation's short name, unique within its partnership: see <see cref="Slug"/>.</summary>
public readonly record struct PartnerId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A working group's short name, unique within its partnership: see <see cref="Slug"/>.</summary>
public readonly record struct WorkingGroupId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>One partnership's one year: the identity of an annual cycle.</summary>
/// <param name="Partnership">The partnership that plans the year.</param>
/// <param name="Year">Gregorian year, 1900 to 2999.</param>
public readonly record struct CycleId(PartnershipId Partnership, int Year)
{
    public override string ToString() => $"{Partnership}-{Year:0000}";
}

/// <summary>An activity's identity; the iCalendar UID follows from it and never changes.</summary>
public readonly record struct ActivityId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>An agreement's identity: its short name is unique within its partnership and stands in its address.</summary>
/// <param name="Partnership">The partnership within which the parties agree.</param>
/// <param name="Slug">See <see cref="Domain.Slug"/>.</param>
public readonly record struct AgreementId(PartnershipId Partnership, string Slug)
{
    public override string ToString() => $"{Partnership}/{Slug}";
}

/// <summary>A comment round's identity: its short name is unique within its partnership and stands in its address.</summary>
/// <param name="Partnership">The partnership that asks for statements.</param>
/// <param name="Slug">See <see cref="Domain.Slug"/>.</param>
public readonly record struct RoundId(PartnershipId Partnership, string Slug)
{
    public override string ToString() => $"{Partnership}/{Slug}";
}

/// <summary>A steering review's identity: its short name is unique within its partnership and stands in its address.</summary>
/// <param name="Partnership">The partnership whose history is reviewed.</param>
/// <param name="Slug">See <see cref="Domain.Slug"/>.</param>
public readonly record struct ReviewId(PartnershipId Partnership, string Slug)
{
    public override string ToString() => $"{Partnership}/{Slug}";
}

/// <summary>The identity of a member's private address of a calendar feed. It is no secret: the address has another part that is.</summary>
/// <param name="Partnership">The partnership whose calendar it is.</param>
public readonly record struct CalendarLinkId(PartnershipId Partnership, Guid Value)
{
    public override string ToString() => $"{Partnership}/{Value:D}";
}

/// <summary>A heading of the working rules, unique within them: see <see cref="Slug"/>.</summary>
public readonly record struct HeadingId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A clause's identity, of rules or of an agreement; it stays the same through changes, moves and versions.</summary>
public readonly record struct ClauseId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>The identity of a proposal to change the working rules.</summary>
public readonly record struct ProposalId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>The identity of something that a party commits itself to.</summary>
public readonly record struct CommitmentId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>The identity of an invitation to a role. It is no secret: the invitation's link has another part that is.</summary>
public readonly record struct InvitationId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>The short name of a place that a partner lends, unique within its partnership: see <see cref="Slug"/>.</summary>
public readonly record struct PremisesId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The identity of a role in which an organisation is reached; who holds it is in the accounts database under this id.</summary>
public readonly record struct ContactId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>The identity of a guest link of a comment round. It is no secret: the link has another part that is.</summary>
public readonly record struct GuestLinkId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>
/// A person's identity in the accounts database. Events hold this id and never a name, an e-mail address or a telephone
/// number, so that a person can be erased while the history stays whole. Who acts by a guest link has one too, and no account:
/// see <see cref="CommentRounds.GuestLink.GuestOf"/>.
/// </summary>
public readonly record struct MemberId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>The identity of one intention. The same command id twice yields nothing new, however often it is sent.</summary>
public readonly record struct CommandId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>
/// What a short name in an address may be: 1 to 60 of a-z, 0-9 and single hyphens between them. Letters that Finnish and
/// Swedish add are written without their marks (<c>päijät-häme</c> becomes <c>paijat-hame</c>).
/// </summary>
public static class Slug
{
    /// <summary>Tells whether <paramref name="value"/> can stand in an address as it is.</summary>
    public static bool IsValid([NotNullWhen(true)] string? value)
    {
        if (string.IsNullOrEmpty(value) || value.Length > 60 || value[0] == '-' || value[^1] == '-') return false;
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9')) continue;
            if (c == '-' && value[i - 1] != '-') continue;
            return false;
        }
        return true;
    }

    /// <summary>Makes a short name of a title; empty when nothing of it can stand in an address.</summary>
    public static string From(string title)
    {
        var letters = new System.Text.StringBuilder(title.Length);
        foreach (char c in title.Normalize(System.Text.NormalizationForm.FormD).ToLowerInvariant())
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9')) letters.Append(c);
            else if (System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark) continue;
            else if (letters.Length > 0 && letters[^1] != '-') letters.Append('-');
        }
        return letters.ToString(0, Math.Min(60, letters.Length)).Trim('-');
    }
}
