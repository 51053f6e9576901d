// Prints the ids of every English rule of LanguageTool, one a line: id, category, "on" or "off", tags.
// Run with a JDK and the installed jars:
//   jshell --class-path "$(python -c 'from newslint.grammar.jars import class_path; print(class_path())')" -s tests/grammar/rule_ids.jsh
import org.languagetool.*;
import org.languagetool.language.*;
import org.languagetool.rules.*;
var seen = new TreeSet<String>();
for (Language language : Languages.get().stream().filter(l -> l.getShortCode().equals("en")).toList()) {
    for (Rule rule : new JLanguageTool(language).getAllRules()) {
        seen.add(rule.getId() + "\t" + rule.getCategory().getId() + "\t" + (rule.isDefaultOff() || rule.getCategory().isDefaultOff() ? "off" : "on") + "\t" + rule.getTags());
    }
}
for (String line : seen) { System.out.println(line); }
/exit
