package org.monthend.faults;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.monthend.cli.Monthend;

/**
 * A process in which many threads give commands to the product at the same time. It reads a line for each round: the
 * commands, divided by bars, their words by tabs. It answers a line for each command: its exit code, and what it said.
 */
final class ManyLoads {

    private ManyLoads() {}

    public static void main(String[] arguments) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line = in.readLine();
            while (line != null) {
                String[] commands = line.split("\\|", -1);
                CyclicBarrier start = new CyclicBarrier(commands.length);
                List<Future<String>> answers = new ArrayList<>();
                for (String command : commands) {
                    answers.add(threads.submit(() -> answer(start, command)));
                }
                for (Future<String> answer : answers) {
                    out.println("ANSWER " + answer.get());
                }
                line = in.readLine();
            }
        }
        threads.shutdown();
    }

    private static String answer(CyclicBarrier start, String command) throws Exception {
        StringWriter said = new StringWriter();
        PrintWriter both = new PrintWriter(said);
        start.await();
        int code = Monthend.run(both, both, command.split("\t", -1));
        return code + " " + said.toString().strip().replaceAll("\\s*\\R\\s*", " / ");
    }
}
