import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB server on loopback: java -cp 'lib/*' MongoServerFixture.java PORT FILE [lying]
 * Port 0 takes a free one; the port is printed. It ends when its standard input does, so that it never outlives the tests.
 * With "lying" an update reads and writes in two steps, as some servers that call themselves compatible do.
 */
public class MongoServerFixture {
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "createIndexes");

  /** The driver refuses servers that speak an older wire version than this library gives by itself. */
  private record Version() implements MongoVersion {
    @Override
    public List<Integer> getVersionArray() {
      return List.of(5, 0, 0);
    }

    @Override
    public int getWireVersion() {
      return 13;
    }
  }

  private static final class DurableBackend extends H2Backend {
    private final boolean lying;

    DurableBackend(MVStore store, boolean lying) {
      super(store);
      this.lying = lying;
      version(new Version());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
      String command = message.getDocument().keySet().iterator().next();
      if (lying && command.equals("update")) {
        forgetWhatWasExpected(message);
      }
      Document answer = super.handleMessage(message);
      if (WRITES.contains(command)) {
        // Without it a write is acknowledged first and on disk a moment later.
        commit();
      }
      return answer;
    }

    /** Reads first; what matched then is written to by its _id alone, whatever has become of it meanwhile. */
    @SuppressWarnings("unchecked")
    private void forgetWhatWasExpected(MongoMessage message) {
      Document command = message.getDocument();
      for (Document update : (Iterable<Document>) command.get("updates")) {
        Document query = (Document) update.get("q");
        Document count =
            new Document("count", command.get("update"))
                .append("query", query)
                .append("$db", command.get("$db"));
        Document counted =
            super.handleMessage(new MongoMessage(message.getChannel(), message.getHeader(), count));
        pause();
        if (((Number) counted.get("n")).intValue() > 0) {
          update.put("q", new Document("_id", query.get("_id")));
        }
      }
    }

    private static void pause() {
      try {
        Thread.sleep(2);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    boolean lying = arguments.length > 2 && arguments[2].equals("lying");
    MongoServer server = new MongoServer(new DurableBackend(MVStore.open(arguments[1]), lying));
    server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
    System.out.println("port " + server.getLocalAddress().getPort());
    while (System.in.read() != -1) {
      Thread.onSpinWait();
    }
    System.exit(0);
  }
}
