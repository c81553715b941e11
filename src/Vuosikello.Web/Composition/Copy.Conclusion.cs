using System.Globalization;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Web.Moving;

namespace Vuosikello.Web.Composition;

public static partial class Copy
{
    /// <summary>Says what was copied, and what is left to do.</summary>
    private static void Conclude(CopiedLog copied, StorePlace original, StorePlace copy)
    {
        Tell($"Copied and compared: {copied.Events:N0} events in {copied.Streams:N0} streams, the same in {copy.Words} as in {original.Words}, in the same order, each as it was written.");
        if (copied.WithoutHash > 0) Tell($"{copied.WithoutHash:N0} of them carry no hash, because they were written before there were hashes. Later events of their streams vouch for them.");
        if (copied.ThereBefore > 0) Tell($"{copied.ThereBefore:N0} of them had been there before.");
        if (copied.CameMeanwhile > 0) Tell($"{copied.CameMeanwhile:N0} of them came while the log was being copied: some server still writes to {original.Words}. Stop it, and run the same again.");
        Tell($"The hash of the whole log: {copied.Hash}");
        Tell($"Note it on paper. 'vuosikello verify --head' with it tells later, in either place, whether the log up to here is still this one.");
        Tell($"");
        Tell($"What is left to do:");
        Tell($"- Let no server write to {original.Words} any more: it would not be copied. Keep it until you trust the copy.");
        Tell($"- {Settings(copy)}");
        Tell($"- Not in the log, and not copied: persons and how they sign in (accounts.db in the server's data folder, unless they are in PostgreSQL) and the keys of their sessions (keys, unless a setting has them elsewhere). A server that keeps its DataFolder keeps them; for another folder copy both while no server runs. views.snapshot is not needed: the views are made anew.");
        Tell($"- Pages that were left open in browsers are to be loaded again.");
    }

    private static string Settings(StorePlace copy) => copy switch
    {
        StorePlace.InCluster { Options.StreamPrefix: var prefix } => $"Give the servers the setting {EventStores.ConnectionStringSetting}{(prefix == new EventStoreDbOptions().StreamPrefix ? "" : $" and {EventStores.StreamPrefixSetting} = {prefix}")}.",
        StorePlace.InFolder { Folder: var folder } => $"Give the server the setting DataFolder = {folder}, and take the setting {EventStores.ConnectionStringSetting} away.",
        _ => "",
    };

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
