using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Projections.Partners;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.PremisesRegisters;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.PremisesRegisters;

/// <summary>A partnership's register of premises as one reader sees it.</summary>
/// <param name="Standing">The reader's; null for the public.</param>
public sealed record PremisesShown(PartnershipView Partnership, PremisesRegister Register, Standing? Standing)
{
    /// <summary>Chooses whose the premises are; everybody else registers the own organisation's.</summary>
    public bool IsCoordinating => Standing is { } standing && Rights.IsCoordinating(standing);

    public bool MayRegister => Standing is { } standing && Rights.Check(typeof(RegisterPremises), standing) is null;

    /// <summary>Whose new premises are, for who does not choose.</summary>
    public PartnerId? Owner => Standing?.For;

    public bool MayWrite(Premises premises) => Standing is { } standing && Rights.Check(typeof(ChangePremises), standing, premises.Owner) is null;

    /// <summary>Those that fit, as Finnish sorts their names.</summary>
    /// <param name="text">Beginnings of words of name, address and owner, with or without diacritics.</param>
    /// <param name="access">What it must have; null for anything.</param>
    public IReadOnlyList<Premises> Search(string text, AccessFeature? access)
    {
        var names = WordSearch.Of(text);
        return
        [
            .. Register.Premises
                .Where(p => access is not { } needed || p.Access.Contains(needed))
                .Where(p => names.Fits([p.Name.Fi, p.Name.Sv, p.Name.En, p.Address, Partnership.State.NameOf(p.Owner).In("fi"), Partnership.State.NameOf(p.Owner).In("sv")]))
                .OrderBy(p => p.Name.In(LanguageSetup.Current), FinnishOrder.Names),
        ];
    }
}

/// <summary>Finds what the pages of premises show to whoever reads them.</summary>
public sealed class PremisesPages(IPartnershipViews partnerships, IPremisesViews premises, MemberRights rights)
{
    /// <returns>Null when there is no such partnership.</returns>
    public async ValueTask<PremisesShown?> Find(string partnership, CancellationToken ct) =>
        partnerships.Find(new(partnership)) is { } found
            ? new(found, premises.Find(found.Id)?.State ?? PremisesRegister.Empty, await rights.Standing(found.Id, ct))
            : null;
}
