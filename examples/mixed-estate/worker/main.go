// The worker tells community teams of new tasks.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"os"
	"time"
)

type task struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Team  string `json:"team"`
}

func main() {
	client := &http.Client{Timeout: 10 * time.Second}
	for range time.Tick(time.Minute) {
		if err := tell(context.Background(), client); err != nil {
			slog.Error("teams were not told", "error", err)
		}
	}
}

func tell(ctx context.Context, client *http.Client) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("API_BASE_URL")+"/tasks?new=true", nil)
	if err != nil {
		return err
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()

	var tasks []task
	if err := json.NewDecoder(response.Body).Decode(&tasks); err != nil {
		return err
	}
	for _, one := range tasks {
		body, err := json.Marshal(map[string]string{"team": one.Team, "text": "A new task waits in the hub."})
		if err != nil {
			return err
		}
		if _, err := client.Post(os.Getenv("NOTIFY_URL"), "application/json", bytes.NewReader(body)); err != nil {
			return err
		}
	}
	return nil
}
