using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands.Tests.Kit;

/// <summary>One member for each role; editors of two partners. All stand in <see cref="Seutu.Id"/>.</summary>
internal sealed class Members : IMemberships
{
    public static readonly MemberId Administrator = Numbered(1);
    public static readonly MemberId Coordinator = Numbered(2);
    public static readonly MemberId EditorOfKerava = Numbered(3);
    public static readonly MemberId EditorOfTuusula = Numbered(4);
    public static readonly MemberId Signatory = Numbered(5);
    public static readonly MemberId SteeringGroup = Numbered(6);
    public static readonly MemberId Reader = Numbered(7);
    public static readonly MemberId Stranger = Numbered(8);
    public static readonly MemberId SteeringChair = Numbered(9);

    public static readonly MemberId SignatoryOfTuusula = Numbered(10);

    /// <summary>Was a signatory of Tuusula, until the organisation and the person parted.</summary>
    public static readonly MemberId FormerSignatory = Numbered(11);

    /// <summary>An editor of an organisation that is party to nothing.</summary>
    public static readonly MemberId EditorOfVantaa = Numbered(12);

    private static readonly Membership[] All =
    [
        new(Administrator, Seutu.Id, Role.Administrator, null),
        new(Coordinator, Seutu.Id, Role.Coordinator, null),
        new(EditorOfKerava, Seutu.Id, Role.Editor, Seutu.Kerava),
        new(EditorOfTuusula, Seutu.Id, Role.Editor, Seutu.Tuusula),
        new(Signatory, Seutu.Id, Role.Signatory, Seutu.Kerava),
        new(SignatoryOfTuusula, Seutu.Id, Role.Signatory, Seutu.Tuusula),
        new(EditorOfVantaa, Seutu.Id, Role.Editor, Seutu.Vantaa),
        new(SteeringGroup, Seutu.Id, Role.SteeringGroupMember, null),
        new(SteeringChair, Seutu.Id, Role.SteeringGroupMember, null, IsChair: true),
        new(Reader, Seutu.Id, Role.Reader, null),
    ];

    public static PartnerId? PartnerOf(MemberId member) =>
        member == EditorOfKerava || member == Signatory ? Seutu.Kerava
        : member == EditorOfTuusula || member == SignatoryOfTuusula || member == FormerSignatory ? Seutu.Tuusula
        : member == EditorOfVantaa ? Seutu.Vantaa : null;

    public ValueTask<IReadOnlyList<Membership>> Of(MemberId member, PartnershipId partnership, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<Membership>>(
            [.. All.Where(m => m.Member == member && (m.Partnership == partnership || m.Role == Role.Administrator))]);

    public ValueTask<bool> IsAdministrator(MemberId member, CancellationToken ct) => ValueTask.FromResult(member == Administrator);

    private static MemberId Numbered(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
