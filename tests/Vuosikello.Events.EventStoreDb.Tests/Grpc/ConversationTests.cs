using System.Buffers;
using Google.Protobuf;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Tests.Grpc;

/// <summary>What waits to be said in a call that goes both ways.</summary>
public sealed class ConversationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IMessage Message(long number) => new UUID { Structured = new() { LeastSignificantBits = number } };

    private static (Conversation<BatchAppendResp> Conversation, HttpContent Said) Open()
    {
        HttpContent? said = null;
        var conversation = new Conversation<BatchAppendResp>(content =>
        {
            said = content;
            return Task.FromException<Answers<BatchAppendResp>>(GrpcException.Broken("There is nobody."));
        });
        return (conversation, said!);
    }

    [Fact]
    public async Task What_was_given_up_before_it_was_sent_is_not_sent()
    {
        using var givenUp = new CancellationTokenSource();
        var (conversation, said) = Open();
        await conversation.Say(Message(1), Ct);
        await conversation.Say(Message(2), givenUp.Token);
        await conversation.Say(Message(3), Ct);
        await givenUp.CancelAsync();
        await conversation.DisposeAsync();

        var sent = new ReadOnlySequence<byte>(await said.ReadAsByteArrayAsync(Ct));

        Assert.Equal([1L, 3L], Read(sent));
    }

    [Fact]
    public async Task No_more_than_so_many_wait_and_the_end_of_the_call_frees_whoever_comes_then()
    {
        var (conversation, said) = Open();
        for (int i = 0; i < Conversation<BatchAppendResp>.MostWaiting; i++) Assert.True(conversation.Say(Message(i), Ct).IsCompletedSuccessfully);

        var one = conversation.Say(Message(-1), Ct).AsTask();
        Assert.False(one.IsCompleted);
        await conversation.DisposeAsync();
        await one;

        Assert.Equal(Conversation<BatchAppendResp>.MostWaiting, Read(new ReadOnlySequence<byte>(await said.ReadAsByteArrayAsync(Ct))).Count);
    }

    [Fact]
    public async Task Whoever_waits_for_room_may_give_up()
    {
        using var givenUp = new CancellationTokenSource();
        var (conversation, _) = Open();
        for (int i = 0; i < Conversation<BatchAppendResp>.MostWaiting; i++) await conversation.Say(Message(i), Ct);
        var one = conversation.Say(Message(-1), givenUp.Token).AsTask();

        await givenUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        await conversation.DisposeAsync();
    }

    private static List<long> Read(ReadOnlySequence<byte> bytes)
    {
        var numbers = new List<long>();
        while (Framing.TryRead(ref bytes, out var message)) numbers.Add(UUID.Parser.ParseFrom(message).Structured.LeastSignificantBits);
        return numbers;
    }
}
