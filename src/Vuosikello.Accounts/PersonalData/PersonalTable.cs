using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Vuosikello.Accounts.Database;

namespace Vuosikello.Accounts.PersonalData;

/// <summary>A table with rows that are somebody's: how they are found, told to that person, and erased.</summary>
internal abstract class PersonalTable(string name, Type row)
{
    public string Name => name;

    /// <summary>The type of the model whose table it is.</summary>
    public Type Row => row;

    public abstract Task<HeldRows> Of(AccountsDb db, PersonKeys person, CancellationToken ct);

    public abstract Task Erase(AccountsDb db, PersonKeys person, CancellationToken ct);
}

/// <inheritdoc />
/// <param name="name">What the rows are, in a word.</param>
/// <param name="whose">Which rows are a person's.</param>
/// <param name="shown">What the person is told of a row.</param>
/// <param name="erase">How rows are erased; null for deleting them.</param>
internal sealed class RowsOf<TRow>(
    string name, Func<PersonKeys, Expression<Func<TRow, bool>>> whose, Func<TRow, HeldRow> shown, Func<IQueryable<TRow>, CancellationToken, Task>? erase = null)
    : PersonalTable(name, typeof(TRow)) where TRow : class
{
    public override async Task<HeldRows> Of(AccountsDb db, PersonKeys person, CancellationToken ct) =>
        new(Name, [.. (await db.Set<TRow>().AsNoTracking().Where(whose(person)).ToListAsync(ct)).Select(shown)]);

    public override Task Erase(AccountsDb db, PersonKeys person, CancellationToken ct)
    {
        var rows = db.Set<TRow>().Where(whose(person));
        return erase is null ? rows.ExecuteDeleteAsync(ct) : erase(rows, ct);
    }
}
