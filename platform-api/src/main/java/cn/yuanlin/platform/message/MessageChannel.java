package cn.yuanlin.platform.message;

/** Sends one message to one person outside of our own app. */
interface MessageChannel {
    Channel channel();

    /** Called in no transaction, once for each message, unless the outcome says that it was certainly not sent. */
    ChannelOutcome send(ContactBook.Contact contact, Wording wording);
}
