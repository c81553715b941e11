using System.Globalization;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Web.PremisesRegisters;

namespace Vuosikello.Web.History.Sentences;

/// <summary>Which premises partners lend, and on what terms.</summary>
public sealed class PremisesSentences : ISentences
{
    public SubjectKind Kind => SubjectKind.PremisesRegister;

    public Subject SubjectOf(Telling telling) => new(telling.Texts.History[$"Kind.{Kind}"], PremisesAddresses.All(telling.Partnership.Id));

    public Sentence? Of(Telling telling) => telling.Event switch
    {
        PremisesRegistered e => telling.Say(Telling.Name(e.Premises.Name)).Pair(telling.Label("partner"), null, telling.Name(e.Premises.Owner)),
        PremisesChanged e => Changed(telling, telling.Before<PremisesRegister>()?.Find(e.Premises.Id), e.Premises),
        PremisesWithdrawn e => telling.Say(Telling.Name(telling.Before<PremisesRegister>()?.Find(e.Premises)?.Name)),
        _ => null,
    };

    private static Sentence Changed(Telling telling, Premises? before, Premises after) => telling.Say(Telling.Name(before?.Name ?? after.Name))
        .Change(telling.Label("name"), before?.Name, after.Name)
        .Pair(telling.Label("partner"), before is null ? null : telling.Name(before.Owner), telling.Name(after.Owner))
        .Pair(telling.Texts.Premises["Address"], before?.Address, after.Address)
        .Pair(telling.Texts.Premises["Capacity"], Number(before?.Capacity), Number(after.Capacity))
        .Pair(telling.Texts.Premises["Access"], Features(telling, before), Features(telling, after))
        .Change(telling.Texts.Premises["AccessText"], before?.AccessText, after.AccessText)
        .Change(telling.Texts.Premises["Terms"], before?.Terms, after.Terms)
        .Change(telling.Texts.Premises["Price"], before?.Price, after.Price)
        .Pair(telling.Texts.Premises["Link"], before?.Link, after.Link);

    private static string? Number(int? people) => people?.ToString(CultureInfo.InvariantCulture);

    private static string? Features(Telling telling, Premises? premises) =>
        premises is null || premises.Access.Count == 0 ? null : string.Join(", ", premises.Access.Select(feature => telling.Texts.Premises[$"Access.{feature}"].Value));
}
