using NodaTime;
using Vuosikello.Events;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Events.EventStoreDb.Store;
using Vuosikello.Events.Sqlite;

namespace Vuosikello.Web.Composition;

/// <summary>Where a log of events is: in the data folder of a server, or in EventStoreDB.</summary>
internal abstract record StorePlace
{
    private StorePlace() { }

    /// <summary>For messages; never with a password.</summary>
    public abstract string Words { get; }

    /// <summary>True where every position follows the one before, so that a missing event shows by its gap.</summary>
    public abstract bool PositionsFollow { get; }

    /// <summary>Opens a log that is there already. Other servers must not use a data folder meanwhile; they may use a cluster.</summary>
    /// <exception cref="StoreUnavailableException">There is no log in the folder, it is in use, or the connection string is wrong. Whether a cluster answers shows when it is first asked.</exception>
    /// <exception cref="StoreDamagedException">What is in the folder is no whole log.</exception>
    public abstract OpenStore OpenToRead();

    /// <summary>Opens a log, which in a folder is made when there is none.</summary>
    /// <inheritdoc cref="OpenToRead" path="/exception" />
    public abstract OpenStore OpenToWrite();

    /// <summary>The place that a word on the command line names.</summary>
    /// <param name="word">
    /// A connection string, a data folder's path, <c>esdb</c> for the setting <c>EventStore:ConnectionString</c>, or <c>env:NAME</c> for the connection string or
    /// path in an environment variable: what stands on the command line all users of the machine can see.
    /// </param>
    /// <param name="streamPrefix">Of our streams in a cluster; null for the setting's.</param>
    /// <exception cref="StoreUnavailableException">Nothing is set where the word points to, or the connection string is wrong.</exception>
    public static StorePlace Parse(string word, IConfiguration settings, string? streamPrefix = null)
    {
        string text = word switch
        {
            "esdb" => NotEmpty(settings[EventStores.ConnectionStringSetting], $"The setting {EventStores.ConnectionStringSetting}"),
            _ when word.StartsWith("env:", StringComparison.Ordinal) => NotEmpty(Environment.GetEnvironmentVariable(word[4..]), $"The environment variable {word[4..]}"),
            _ => word,
        };
        return Parse(text, streamPrefix ?? settings[EventStores.StreamPrefixSetting]);
    }

    private static string NotEmpty(string? value, string what) =>
        value is { Length: > 0 } ? value : throw new StoreUnavailableException($"{what} is empty, but should hold a connection string such as esdb://host:2113.", transient: false);

    /// <param name="text">A connection string, which has <c>://</c> in it, or the path of a data folder, which has not.</param>
    /// <param name="streamPrefix">Of our streams in a cluster; null or empty for the usual one.</param>
    /// <exception cref="StoreUnavailableException">The connection string is wrong.</exception>
    public static StorePlace Parse(string text, string? streamPrefix) => text.Contains("://", StringComparison.Ordinal)
        ? new InCluster(text, ConnectionString.Parse(text).ToString(), EventStores.Options(streamPrefix))
        : new InFolder(Path.GetFullPath(text));

    /// <summary>The store that a server with these settings and this data folder uses.</summary>
    /// <exception cref="StoreUnavailableException">The connection string is wrong.</exception>
    public static StorePlace Named(IConfiguration settings, DataFolder folder) =>
        settings[EventStores.ConnectionStringSetting] is { Length: > 0 } connectionString
            ? Parse(connectionString, settings[EventStores.StreamPrefixSetting])
            : new InFolder(folder.Path);

    /// <summary>The embedded store.</summary>
    public sealed record InFolder(string Folder) : StorePlace
    {
        public override string Words => $"the data folder {Folder}";
        public override bool PositionsFollow => true;

        /// <summary>False when there is none yet.</summary>
        public bool HasLog => SqliteEventStore.IsIn(Folder);

        public override OpenStore OpenToRead() => HasLog
            ? OpenToWrite()
            : throw new StoreUnavailableException($"There is no event log in {Folder}.", transient: false);

        public override OpenStore OpenToWrite()
        {
#pragma warning disable RS0030 // the composition root is where the clock comes from
            var store = SqliteEventStore.Open(Folder, SystemClock.Instance);
#pragma warning restore RS0030
            return new OpenStore(store, store);
        }
    }

    /// <summary>EventStoreDB.</summary>
    public sealed record InCluster(string Text, string Hosts, EventStoreDbOptions Options) : StorePlace
    {
        public override string Words => $"EventStoreDB at {Hosts} (streams {Options.StreamPrefix}…)";
        public override bool PositionsFollow => false;
        public override OpenStore OpenToRead() => OpenToWrite();

        public override OpenStore OpenToWrite()
        {
            var store = EventStoreDbStore.Open(Text, new Random(), Options);
            return new OpenStore(store, store);
        }

        // The text has the password in it.
        public override string ToString() => Words;
    }
}

/// <summary>An open log; closing it lets go of its folder or its connections.</summary>
internal sealed class OpenStore(IEventStore log, IAsyncDisposable closes) : IAsyncDisposable
{
    public IEventStore Log => log;

    public ValueTask DisposeAsync() => closes.DisposeAsync();
}
